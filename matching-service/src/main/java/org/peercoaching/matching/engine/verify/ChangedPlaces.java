package org.peercoaching.matching.engine.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.NextBest;

/**
 * Whom a member of a circle is said to change places with best is in another circle, both circles
 * are allowed afterwards, and what they lose is what is said.
 */
final class ChangedPlaces {

    private final Case task;
    private final Circles circles;
    private final Faults faults;

    ChangedPlaces(Case task, Circles circles, Faults faults) {
        this.task = task;
        this.circles = circles;
        this.faults = faults;
    }

    void check(Matching matching) {
        Map<String, Group> groups = new HashMap<>();
        matching.groups().stream()
                .filter(group -> !task.locked().contains(group.members()))
                .forEach(group -> group.members().forEach(member -> groups.put(member, group)));
        for (NextBest next : matching.nextBest()) {
            Group mine = groups.get(next.id());
            Group theirs = groups.get(next.partner());
            if (mine == null || theirs == null || mine == theirs) {
                faults.add(Fault.Kind.NEXT_BEST, List.of(next.id(), next.partner()));
            } else {
                check(next, mine, theirs);
            }
        }
    }

    private void check(NextBest next, Group mine, Group theirs) {
        OptionalLong here = circles.weight(exchanged(mine, next.id(), next.partner()));
        OptionalLong there = circles.weight(exchanged(theirs, next.partner(), next.id()));
        if (here.isEmpty() || there.isEmpty()) {
            faults.add(Fault.Kind.NEXT_BEST, List.of(next.id(), next.partner()));
            return;
        }
        long before = weight(mine) + weight(theirs);
        long loss = before - here.getAsLong() - there.getAsLong();
        if (loss < 0 || next.cost() != (loss + 1) / 2) {
            faults.add(
                    Fault.Kind.NEXT_BEST,
                    List.of(next.id(), next.partner()),
                    next.cost(),
                    (loss + 1) / 2);
        }
    }

    private int[] exchanged(Group group, String leaving, String coming) {
        return group.members().stream()
                .mapToInt(id -> task.index(id.equals(leaving) ? coming : id))
                .toArray();
    }

    /** Of a group that is known to be allowed. */
    private long weight(Group group) {
        return circles.weight(task.indices(group.members())).orElse(0);
    }
}
