package org.peercoaching.matching.engine.verify;

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
        Policy policy = cohort.policy();
        Terms all = Terms.NONE;
        Terms least = Terms.NONE;
        long weight = 0;
        int pairs = 0;
        for (int i = 0; i < members.length; i++) {
            for (int j = i + 1; j < members.length; j++) {
                all = all.plus(cohort.terms(members[i], members[j]));
                least = least.plus(policy.strengths().least());
                weight += weight(cohort, members[i], members[j]);
                pairs++;
            }
        }
        int asked = pairs * policy.minimumScore();
        if (all.sum() < asked || !all.reaches(least)) {
            faults.add(Fault.Kind.MEAN, group.members(), all.sum(), asked);
        }
        return weight / (members.length - 1);
    }

    /** What two members of a circle weigh, in half points. */
    static long weight(Cohort cohort, int one, int other) {
        return 2L * (cohort.policy().priority().bonus() + cohort.score(one, other))
                + cohort.bonus(one)
                + cohort.bonus(other);
    }
}
