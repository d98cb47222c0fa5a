package org.peercoaching.matching.engine.verify;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.LeftOut;
import org.peercoaching.matching.engine.Matching;

/** Everybody has exactly one place, everything is in its order, and locked matches stand. */
final class RollCall {

    private RollCall() {}

    static void of(Case task, Matching matching, Faults faults) {
        boolean[] placed = new boolean[task.cohort().size()];
        Stream.concat(
                        matching.groups().stream().flatMap(group -> group.members().stream()),
                        matching.leftOut().stream().map(LeftOut::id))
                .forEach(id -> place(task, id, placed, faults));
        IntStream.range(0, placed.length)
                .filter(index -> !placed[index])
                .forEach(index -> faults.add(Fault.Kind.NO_PLACE, List.of(task.id(index))));
        ordered(matching, faults);
        Set<List<String>> groups =
                matching.groups().stream().map(Group::members).collect(Collectors.toSet());
        task.locked().stream()
                .filter(members -> !groups.contains(members))
                .forEach(members -> faults.add(Fault.Kind.LOCK, members));
    }

    private static void place(Case task, String id, boolean[] placed, Faults faults) {
        int index = task.index(id);
        if (index == Case.UNKNOWN) {
            faults.add(Fault.Kind.UNKNOWN_PERSON, List.of(id));
        } else if (placed[index]) {
            faults.add(Fault.Kind.TWO_PLACES, List.of(id));
        } else {
            placed[index] = true;
        }
    }

    private static void ordered(Matching matching, Faults faults) {
        matching.groups().stream()
                .map(Group::members)
                .filter(members -> !ascending(members))
                .forEach(members -> faults.add(Fault.Kind.ORDER, members));
        List<String> firsts =
                matching.groups().stream()
                        .flatMap(group -> group.members().stream().limit(1))
                        .toList();
        List<String> leftOut = matching.leftOut().stream().map(LeftOut::id).toList();
        if (!ascending(firsts) || !ascending(leftOut)) {
            faults.add(Fault.Kind.ORDER, List.of());
        }
    }

    private static boolean ascending(List<String> ids) {
        return IntStream.range(1, ids.size())
                .allMatch(i -> ids.get(i - 1).compareTo(ids.get(i)) < 0);
    }
}
