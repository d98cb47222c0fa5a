package org.peercoaching.matching.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.peercoaching.matching.engine.Policy.Priority;
import org.peercoaching.matching.engine.organizations.Organizations;
import org.peercoaching.matching.engine.pairs.PairMatcher;
import org.peercoaching.matching.engine.score.Cohort;
import org.peercoaching.matching.engine.verify.Verdict;
import org.peercoaching.matching.engine.verify.Verifier;

/** Whatever a policy asks for, it is kept to, and nobody could do better within it. */
class RandomPoliciesTest {

    private static final List<Strength> STRENGTHS = List.of(Strength.values());

    private static final int LARGE = 6;

    private final Matcher matcher = new PairMatcher(1);

    @Test
    void smallCohortsAreMatchedAsWellAsBruteForceCanUnderAnyPolicy() {
        int matches = 0;
        for (int seed = 0; seed < 600; seed++) {
            Policy policy = policy(new Random(seed));
            List<Candidate> cohort = Cohorts.of(1 + seed % 11, seed);
            Matching matching = match(cohort, policy, seed);
            matches += matching.groups().size();
            assertThat(matching.gap()).as("seed %d: %s", seed, policy).isZero();
            assertThat(matching.weight())
                    .as("seed %d: %s", seed, policy)
                    .isEqualTo(BruteForce.bestWeight(cohort, policy, matching));
        }
        assertThat(matches).isGreaterThan(500);
    }

    @Test
    void nobodySeesAPairOtherwiseThanTheOtherUnderAnyPolicy() {
        for (int seed = 0; seed < 60; seed++) {
            Policy policy = policy(new Random(seed));
            Cohort cohort = Cohort.of(Cohorts.of(30, seed), policy, seed);
            for (int one = 0; one < cohort.size(); one++) {
                for (int other = 0; other < one; other++) {
                    assertThat(cohort.terms(one, other))
                            .as("seed %d: %s", seed, policy)
                            .isEqualTo(cohort.terms(other, one));
                    assertThat(cohort.score(one, other))
                            .isEqualTo(cohort.score(other, one))
                            .isEqualTo(cohort.terms(one, other).sum())
                            .isBetween(0, Terms.MOST);
                    assertThat(cohort.weight(one, other)).isEqualTo(cohort.weight(other, one));
                    assertThat(cohort.forbidding(one, other))
                            .isEqualTo(cohort.forbidding(other, one));
                }
            }
        }
    }

    @Test
    void noRuleIsEverBrokenUnderAnyPolicy() {
        int matches = 0;
        for (int seed = 0; seed < 200; seed++) {
            Policy policy = policy(new Random(seed));
            List<Candidate> cohort = Cohorts.of(40 + seed % 30, seed);
            Map<String, Candidate> people =
                    cohort.stream().collect(Collectors.toMap(Candidate::id, Function.identity()));
            Task task = Task.of(cohort, policy, seed);
            Matching matching = matcher.match(task, Control.NONE);
            matches += matching.groups().size();
            for (Group group : matching.groups()) {
                assertKept(policy, group, group.members().stream().map(people::get).toList(), seed);
            }
            assertThat(new Verifier(1).verify(task, matching))
                    .as("seed %d", seed)
                    .isInstanceOf(Verdict.Sound.class);
        }
        assertThat(matches).isGreaterThan(1_000);
    }

    /** More people than all pairs of whom are looked at: what is found is proven all the same. */
    @Test
    void largeOrganizationsAreMatchedNearlyAsWellAsPossibleUnderAnyPolicy() {
        int matches = 0;
        for (int seed = 0; seed < LARGE; seed++) {
            Policy policy = policy(new Random(seed));
            Organizations kind = Organizations.values()[seed % Organizations.values().length];
            List<Candidate> people = kind.of(4_000, seed);
            Map<String, Candidate> byId =
                    people.stream().collect(Collectors.toMap(Candidate::id, Function.identity()));
            Task task = Task.of(people, policy, seed);
            Matching matching = matcher.match(task, Control.NONE);
            assertThat(new Verifier(2).verify(task, matching))
                    .as("seed %d: %s", seed, policy)
                    .isInstanceOf(Verdict.Sound.class);
            assertThat(matching.complete()).isTrue();
            assertThat(matching.bound() - matching.weight())
                    .as("seed %d: %s, %s", seed, kind, policy)
                    .isLessThanOrEqualTo(matching.bound() / 2_000);
            for (Group group : matching.groups()) {
                assertKept(policy, group, group.members().stream().map(byId::get).toList(), seed);
            }
            matches += matching.groups().size();
        }
        assertThat(matches).isGreaterThan(1_000 * LARGE);
    }

    private static void assertKept(Policy policy, Group group, List<Candidate> members, int seed) {
        Kept.assertRules(policy, group.fit(), members, "seed " + seed);
        List<Fit> pairs =
                group.pairs().isEmpty()
                        ? List.of(group.fit())
                        : group.pairs().stream().map(Group.Pair::fit).toList();
        for (Fit pair : pairs) {
            assertThat(pair.score())
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(policy.minimumScore())
                    .isEqualTo(pair.terms().sum());
            assertThat(pair.terms().reaches(policy.strengths().least()))
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    /** Any policy but those that raise the weakest pair first. */
    private static Policy policy(Random random) {
        List<Strength> strengths = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            // One of them is mandatory at times: more are hardly ever kept to.
            strengths.add(STRENGTHS.get(random.nextInt(STRENGTHS.indexOf(Strength.MANDATORY))));
        }
        if (random.nextInt(4) == 0) {
            strengths.set(random.nextInt(7), Strength.MANDATORY);
        }
        Strengths chosen =
                new Strengths(
                        strengths.get(0),
                        strengths.get(1),
                        strengths.get(2),
                        strengths.get(3),
                        strengths.get(4),
                        strengths.get(5),
                        strengths.get(6));
        return new Policy(
                chosen.allOff() ? Strengths.usual() : chosen,
                1 + random.nextInt(5),
                WeekTime.QUARTER * (4 + random.nextInt(9)),
                random.nextBoolean() ? 0 : random.nextInt(5_000),
                random.nextBoolean(),
                random.nextBoolean() ? Priority.COVERAGE_FIRST : Priority.SCORE_FIRST,
                random.nextBoolean() ? Cohorts.POLICY.focusSkills() : Set.of());
    }

    private Matching match(List<Candidate> candidates, Policy policy, long seed) {
        return matcher.match(Task.of(candidates, policy, seed), Control.NONE);
    }
}
