package org.peercoaching.matching.engine.verify;

import java.util.OptionalLong;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Sizes;
import org.peercoaching.matching.engine.Terms;
import org.peercoaching.matching.engine.score.Cohort;

/** What is particular to circles: what the policy asks of a score, the mean of their pairs has. */
final class Circles implements Groups.Kind {

    private final Cohort cohort;
    private final Sizes sizes;
    private final Faults faults;

    Circles(Case task, Sizes sizes, Faults faults) {
        this.cohort = task.cohort();
        this.sizes = sizes;
        this.faults = faults;
    }

    @Override
    public boolean allows(int one, int other) {
        return cohort.mayMeet(one, other);
    }

    @Override
    public long check(Group group, int[] members) {
        if (members.length < sizes.min() || members.length > sizes.max()) {
            faults.add(Fault.Kind.SIZE, group.members());
        }
        Sums sums = sums(members);
        if (!sums.suffice()) {
            faults.add(Fault.Kind.MEAN, group.members(), sums.all.sum(), sums.asked);
        }
        return sums.weight;
    }

    /** What a circle of these people would weigh, in half points; none if it may not be. */
    OptionalLong weight(int[] members) {
        for (int i = 0; i < members.length; i++) {
            for (int j = i + 1; j < members.length; j++) {
                if (!allows(members[i], members[j])) {
                    return OptionalLong.empty();
                }
            }
        }
        Sums sums = sums(members);
        return cohort.canMeet(members) && sums.suffice()
                ? OptionalLong.of(sums.weight)
                : OptionalLong.empty();
    }

    /** Over all pairs of a circle: their terms, the least ones that are asked, and the score. */
    private record Sums(Terms all, Terms least, int asked, long weight) {

        boolean suffice() {
            return all.sum() >= asked && all.reaches(least);
        }
    }

    private Sums sums(int[] members) {
        Policy policy = cohort.policy();
        Terms all = Terms.NONE;
        Terms least = Terms.NONE;
        int asked = 0;
        long weight = 0;
        for (int i = 0; i < members.length; i++) {
            for (int j = i + 1; j < members.length; j++) {
                all = all.plus(cohort.terms(members[i], members[j]));
                least = least.plus(policy.strengths().least());
                asked += policy.minimumScore();
                weight += weight(cohort, members[i], members[j]);
            }
        }
        return new Sums(all, least, asked, weight / (members.length - 1));
    }

    /** What two members of a circle weigh, in half points. */
    static long weight(Cohort cohort, int one, int other) {
        return 2L * (cohort.policy().priority().bonus() + cohort.score(one, other))
                + cohort.bonus(one)
                + cohort.bonus(other);
    }
}
