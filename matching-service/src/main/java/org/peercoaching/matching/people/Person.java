package org.peercoaching.matching.people;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.EnrollmentEvent;
import org.peercoaching.events.Member;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;

/**
 * A person as matching sees them. It hears of enrollments, matches and relationships in any order,
 * and of ends before beginnings.
 *
 * @param left whether they left the organization
 * @param enrollments by enrollment id
 * @param ties by match id: the matches they were or are in, of all programs
 * @param candidateIn derived from the rest: programs in which the person waits for a match
 */
public record Person(
        String participantId,
        boolean left,
        Map<String, Enrollment> enrollments,
        Map<String, Tie> ties,
        List<String> candidateIn) {

    /**
     * One enrollment.
     *
     * @param unit org unit at enrollment
     * @param ready whether they may be matched as far as the enrollment goes
     */
    public record Enrollment(String programId, String unit, boolean ready) {}

    /**
     * A match with others.
     *
     * @param partners participant ids of the others
     * @param endedAt null while it is open
     */
    public record Tie(
            String programId, List<String> partners, Instant startedAt, @Nullable Instant endedAt) {

        /** Whether the partners still coach each other, or are about to. */
        public boolean open() {
            return endedAt == null;
        }
    }

    /** Somebody of whom nothing is known yet. */
    public static Person unknown(String participantId) {
        return new Person(participantId, false, Map.of(), Map.of(), List.of());
    }

    /** The directory says whether they work here. */
    public Person directory(boolean nowLeft) {
        return of(nowLeft, enrollments, ties);
    }

    /** An enrollment began or changed. */
    public Person enrolled(EnrollmentEvent.Enrollment enrollment) {
        Map<String, Enrollment> changed = new HashMap<>(enrollments);
        changed.put(
                enrollment.enrollmentId(),
                new Enrollment(enrollment.programId(), enrollment.unit(), enrollment.ready()));
        return of(left, changed, ties);
    }

    /** A match began or ended. */
    public Person tied(String matchId, Tie tie) {
        Map<String, Tie> changed = new HashMap<>(ties);
        changed.put(matchId, tie);
        return of(left, enrollments, changed);
    }

    /**
     * A match takes hold of the person, if they still wait for one in its program. Asked again by
     * the same match the answer is yes.
     *
     * @param capacity how many open matches of all programs they may have
     */
    public Decision<Person> join(String matchId, Tie tie, int capacity) {
        if (ties.containsKey(matchId)) {
            return Decision.accepted(this);
        }
        if (openMatches() >= capacity) {
            return Decision.rejected(NOT_WAITING);
        }
        return candidateIn.contains(tie.programId())
                ? Decision.accepted(tied(matchId, tie))
                : Decision.rejected(NOT_WAITING);
    }

    /** A match that did not come about lets go of the person. */
    public Person release(String matchId) {
        Map<String, Tie> changed = new HashMap<>(ties);
        changed.remove(matchId);
        return of(left, enrollments, changed);
    }

    /** Whether they wait for a match in a program. */
    public boolean isCandidateIn(String programId) {
        return candidateIn.contains(programId);
    }

    /** Whether they are, or were, enrolled in a program. */
    public boolean knows(String programId) {
        return enrollments.values().stream()
                .anyMatch(enrollment -> enrollment.programId().equals(programId));
    }

    /** Their seat by the enrollment with which they wait in a program. */
    public Optional<Member> seatIn(String programId) {
        return enrollments.entrySet().stream()
                .filter(entry ->
                        entry.getValue().ready() && entry.getValue().programId().equals(programId))
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Member(participantId, entry.getKey(), entry.getValue().unit()))
                .findFirst();
    }

    /** How many matches are open, in all programs. */
    public int openMatches() {
        return (int) ties.values().stream().filter(Tie::open).count();
    }

    /** Partners of matches, in any program, that were open at or after an instant. */
    public Set<String> keptApart(Instant since) {
        return ties.values().stream()
                .filter(tie -> tie.endedAt() == null || !tie.endedAt().isBefore(since))
                .flatMap(tie -> tie.partners().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Person of(
            boolean nowLeft, Map<String, Enrollment> nowEnrolled, Map<String, Tie> nowTied) {
        Set<String> waiting = new TreeSet<>();
        if (!nowLeft) {
            nowEnrolled.values().stream()
                    .filter(Enrollment::ready)
                    .forEach(enrollment -> waiting.add(enrollment.programId()));
            nowTied.values().stream()
                    .filter(Tie::open)
                    .forEach(tie -> waiting.remove(tie.programId()));
        }
        return new Person(participantId, nowLeft, nowEnrolled, nowTied, List.copyOf(waiting));
    }

    private static final Refusal NOT_WAITING =
            Refusal.conflict(
                    "not-waiting",
                    "This person no longer waits for a match in this program. Compute a new round.");
}
