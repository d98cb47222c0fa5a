package org.peercoaching.participant.people;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.participant.directory.Directory;
import org.peercoaching.participant.directory.Person;
import org.peercoaching.participant.enrollment.Enrollments;
import org.peercoaching.participant.peers.Peers;
import org.peercoaching.participant.program.Programs;
import org.springframework.stereotype.Component;

/** Says who may see whose name. */
@Component
class People {

    private final Directory directory;
    private final Peers peers;
    private final Programs programs;
    private final Enrollments enrollments;

    People(Directory directory, Peers peers, Programs programs, Enrollments enrollments) {
        this.directory = directory;
        this.peers = peers;
        this.programs = programs;
        this.enrollments = enrollments;
    }

    /** Those of some people whom the caller may see. */
    List<Person> visible(Collection<String> participantIds, String caller) {
        Set<String> unseen = new HashSet<>(participantIds);
        Set<String> seen = new HashSet<>();
        move(unseen, seen, Set.of(caller));
        if (!unseen.isEmpty()) {
            move(unseen, seen, peers.of(caller));
        }
        if (!unseen.isEmpty()) {
            move(unseen, seen, enrolledWith(caller, unseen));
        }
        return directory.findAll(seen);
    }

    private static void move(Set<String> from, Set<String> into, Set<String> whom) {
        whom.stream().filter(from::remove).forEach(into::add);
    }

    /** Those who are or were enrolled in a program that the manager runs. */
    private Set<String> enrolledWith(String manager, Collection<String> participantIds) {
        List<String> possible =
                programs.managedBy(manager).stream()
                        .flatMap(program ->
                                participantIds.stream()
                                        .map(person -> Enrollments.idOf(program, person)))
                        .toList();
        return enrollments.findAll(possible).stream()
                .map(Versioned::state)
                .map(journey -> journey.told().participantId())
                .collect(toSet());
    }
}
