package org.peercoaching.matching.engine.verify;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.Fit;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.Matching;

/**
 * What is the same for groups of all kinds: whoever locked a match, its members may be matched and
 * meet, and how well they fit is what the scorer says.
 */
final class Groups {

    private static final int PAIR = 2;

    private final Case task;
    private final Faults faults;

    private Groups(Case task, Faults faults) {
        this.task = task;
        this.faults = faults;
    }

    /** Checks every group, and what is particular to a kind in those that are not locked. */
    static void check(Case task, Matching matching, Kind kind, Faults faults) {
        Groups groups = new Groups(task, faults);
        long weight = 0;
        for (Group group : matching.groups()) {
            int[] members = task.indices(group.members());
            if (IntStream.of(members).distinct().count() < Math.max(PAIR, members.length)) {
                faults.add(Fault.Kind.SIZE, group.members());
            } else if (IntStream.of(members).noneMatch(index -> index == Case.UNKNOWN)) {
                boolean locked = task.locked().contains(group.members());
                groups.check(group, members);
                groups.allowed(group, members, locked ? task.cohort()::mayMeet : kind::allows);
                weight += locked ? 0 : kind.check(group, members);
            }
        }
        if (weight != matching.weight()) {
            faults.add(Fault.Kind.WEIGHT, List.of(), matching.weight(), weight);
        }
    }

    /** What is particular to a kind of groups. */
    interface Kind {

        /** Whether two people may be in one group. */
        boolean allows(int one, int other);

        /**
         * The weight of a group that is not locked, in half points; finds its faults on the way.
         */
        long check(Group group, int[] members);
    }

    private interface Allowed {
        boolean test(int one, int other);
    }

    private void allowed(Group group, int[] members, Allowed allowed) {
        for (int i = 0; i < members.length; i++) {
            for (int j = i + 1; j < members.length; j++) {
                if (!allowed.test(members[i], members[j])) {
                    faults.add(Fault.Kind.RULE, List.of(task.id(members[i]), task.id(members[j])));
                }
            }
        }
        if (!task.cohort().canMeet(members)) {
            faults.add(Fault.Kind.CANNOT_MEET, group.members());
        }
    }

    private void check(Group group, int[] members) {
        fits(group.members(), group.fit(), members);
        Set<List<String>> pairs = new HashSet<>();
        for (int i = 0; members.length > PAIR && i < members.length; i++) {
            for (int j = i + 1; j < members.length; j++) {
                pairs.add(List.of(task.id(members[i]), task.id(members[j])));
            }
        }
        for (Group.Pair pair : group.pairs()) {
            if (!pairs.remove(pair.members())) {
                faults.add(Fault.Kind.PAIRS, group.members());
            } else {
                fits(pair.members(), pair.fit(), task.indices(pair.members()));
            }
        }
        if (!pairs.isEmpty()) {
            faults.add(Fault.Kind.PAIRS, group.members());
        }
    }

    private void fits(List<String> members, Fit claimed, int[] indices) {
        Fit fit = task.cohort().fit(indices);
        if (claimed.score() != claimed.terms().sum()) {
            faults.add(Fault.Kind.TERMS, members, claimed.score(), claimed.terms().sum());
        }
        if (!claimed.equals(fit)) {
            faults.add(Fault.Kind.FIT, members, claimed.score(), fit.score());
        }
    }
}
