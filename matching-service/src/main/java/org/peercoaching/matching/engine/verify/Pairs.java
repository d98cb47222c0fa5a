package org.peercoaching.matching.engine.verify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.peercoaching.matching.engine.Group;

/** What is particular to pairs and trios. */
final class Pairs implements Groups.Kind {

    private static final int PAIR = 2;
    private static final int TRIO = 3;

    private final Case task;
    private final Faults faults;
    private final List<Group> trios = new ArrayList<>();
    private final BitSet paired = new BitSet();

    Pairs(Case task, Faults faults) {
        this.task = task;
        this.faults = faults;
    }

    @Override
    public boolean allows(int one, int other) {
        return task.cohort().forbidding(one, other) == null;
    }

    @Override
    public long check(Group group, int[] members) {
        if (members.length == PAIR) {
            paired.set(members[0]);
            paired.set(members[1]);
            return weight(members[0], members[1]);
        }
        if (members.length != TRIO) {
            faults.add(Fault.Kind.SIZE, group.members());
            return 0;
        }
        trios.add(group);
        return (weight(members[0], members[1])
                        + weight(members[0], members[2])
                        + weight(members[1], members[2]))
                / 2;
    }

    private long weight(int one, int other) {
        return task.cohort().weight(one, other);
    }

    /** Indices of the people in pairs that are not locked. */
    BitSet paired() {
        return paired;
    }

    /** The trios that are not locked. */
    List<Group> trios() {
        return trios;
    }
}
