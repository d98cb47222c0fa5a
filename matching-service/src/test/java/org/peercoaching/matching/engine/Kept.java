package org.peercoaching.matching.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether members of a match keep to the rules: asks the people themselves, and no scorer. */
public final class Kept {

    private Kept() {}

    /**
     * All that is asked of any two of them, and of all together.
     *
     * @param which match it is
     */
    public static void assertRules(Policy policy, Fit fit, List<Candidate> members, String which) {
        Set<String> languages = new HashSet<>(members.getFirst().languages());
        WeekTime time = members.getFirst().time();
        for (Candidate one : members) {
            languages.retainAll(one.languages());
            time = time.and(one.time());
            for (Candidate other : members) {
                if (one != other) {
                    assertThat(Math.abs(one.level() - other.level()))
                            .as(which)
                            .isLessThanOrEqualTo(policy.levelDistance());
                    assertThat(one.superiors()).as(which).doesNotContain(other.id());
                    assertThat(one.keptApart()).as(which).doesNotContain(other.id());
                    assertThat(policy.sameUnit() || !one.unit().equals(other.unit()))
                            .as(which)
                            .isTrue();
                }
            }
        }
        assertThat(languages)
                .as(which)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(fit.languages());
        assertThat(time.minutes())
                .as(which)
                .isGreaterThanOrEqualTo(policy.commonMinutes())
                .isEqualTo(fit.commonMinutes());
    }
}
