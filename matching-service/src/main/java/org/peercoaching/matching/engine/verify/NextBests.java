package org.peercoaching.matching.engine.verify;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.NextBest;

/**
 * Who is said to be somebody's next best partner may be it, is none yet, and costs what the values
 * say: no more than they cover more than the pair weighs, rounded to points.
 */
final class NextBests {

    private static final int NOBODY = -1;

    private final Case task;
    private final Faults faults;

    NextBests(Case task, Faults faults) {
        this.task = task;
        this.faults = faults;
    }

    void check(Matching matching, OddSets sets) {
        int[] positions = new int[task.cohort().size()];
        Arrays.fill(positions, NOBODY);
        for (int position = 0; position < task.free().length; position++) {
            positions[task.free()[position]] = position;
        }
        Map<String, Group> groups = new HashMap<>();
        matching.groups()
                .forEach(group -> group.members().forEach(member -> groups.put(member, group)));
        long[] values = matching.certificate().values();
        for (NextBest next : matching.nextBest()) {
            int one = task.index(next.id());
            int other = task.index(next.partner());
            boolean free =
                    one != Case.UNKNOWN
                            && other != Case.UNKNOWN
                            && one != other
                            && positions[one] != NOBODY
                            && positions[other] != NOBODY;
            Group group = groups.get(next.id());
            boolean together = group != null && group.members().contains(next.partner());
            if (!free || together || task.cohort().forbidding(one, other) != null) {
                faults.add(Fault.Kind.NEXT_BEST, List.of(next.id(), next.partner()));
                continue;
            }
            long covered =
                    values[positions[one]]
                            + values[positions[other]]
                            + sets.around(positions[one], positions[other]);
            long most = Math.max(0, covered - task.cohort().weight(one, other) + 1) / 2;
            if (next.cost() < 0 || next.cost() > most) {
                faults.add(
                        Fault.Kind.NEXT_BEST,
                        List.of(next.id(), next.partner()),
                        next.cost(),
                        most);
            }
        }
    }
}
