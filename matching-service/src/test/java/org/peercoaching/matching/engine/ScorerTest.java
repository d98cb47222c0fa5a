package org.peercoaching.matching.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoaching.matching.engine.Cohorts.person;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peercoaching.matching.engine.Candidate.GrowthArea;
import org.peercoaching.matching.engine.score.Cohort;

class ScorerTest {

    @Test
    void theScoreIsSymmetricAndEveryTermStaysInItsRange() {
        Cohort cohort = Cohort.of(Cohorts.of(80, 5), Cohorts.POLICY, 1);
        for (int one = 0; one < cohort.size(); one++) {
            for (int other = 0; other < cohort.size(); other++) {
                Terms terms = cohort.terms(one, other);
                assertThat(terms).isEqualTo(cohort.terms(other, one));
                assertThat(terms.sum()).isEqualTo(cohort.score(one, other));
                assertThat(terms.reciprocalHelp()).isBetween(0, 6_500);
                assertThat(terms.equality()).isBetween(0, 1_500);
                assertThat(terms.sharedTime()).isBetween(0, 1_000);
                assertThat(terms.language()).isBetween(0, 100);
                assertThat(terms.method()).isBetween(0, 150);
                assertThat(terms.focusSkills()).isBetween(0, 250);
                assertThat(terms.newTies()).isBetween(0, 500);
            }
        }
    }

    @Test
    void peopleWhoGiveEachOtherAllTheyWantGetAllPointsForHelp() {
        Candidate listener = skilled("a", "listening", "strategy");
        Candidate strategist = skilled("b", "strategy", "listening");
        assertThat(terms(listener, strategist).reciprocalHelp()).isEqualTo(6_500);
        assertThat(fit(List.of(listener, strategist)).help())
                .containsExactlyInAnyOrder(
                        new Help("a", "b", List.of("listening")),
                        new Help("b", "a", List.of("strategy")));
    }

    @Test
    void aPairThatHelpsOneSideOnlyGetsAtMostFifteenPercent() {
        Candidate giver = skilled("a", "listening", "focus");
        Candidate taker = skilled("b", "conflict", "listening");
        assertThat(terms(giver, taker).reciprocalHelp()).isEqualTo(6_500 * 15 / 100);
    }

    @Test
    void somebodyBarelyAheadHelpsALittleSomebodyBehindNotAtAll() {
        Candidate wants =
                person("a")
                        .with(Map.of("focus", 5), List.of(new GrowthArea("listening", 3)))
                        .candidate();
        assertThat(helpFrom(wants, 5)).isEqualTo(6_500);
        assertThat(helpFrom(wants, 4)).isEqualTo(6_500 * 750 / 1_000);
        assertThat(helpFrom(wants, 3)).isEqualTo(6_500 * 15 / 100);
    }

    private int helpFrom(Candidate wants, int level) {
        Candidate helper =
                person("b")
                        .with(Map.of("listening", level), List.of(new GrowthArea("focus", 1)))
                        .candidate();
        return terms(wants, helper).reciprocalHelp();
    }

    @Test
    void theFurtherApartTheirLevelsTheFewerPointsForEquality() {
        assertThat(equality(4, 4)).isEqualTo(1_500);
        assertThat(equality(4, 5)).isEqualTo(1_000);
        assertThat(equality(4, 6)).isEqualTo(500);
    }

    private int equality(int one, int other) {
        return terms(person("a").ofLevel(one), person("b").ofLevel(other)).equality();
    }

    @Test
    void focusSkillsCountForEachSideThatIsHelpedInThem() {
        Candidate listener = skilled("a", "listening", "strategy");
        Candidate strategist = skilled("b", "strategy", "listening");
        Candidate delegator = skilled("c", "delegation", "listening");
        Candidate other = skilled("d", "listening", "delegation");
        assertThat(terms(listener, strategist).focusSkills()).isEqualTo(125);
        assertThat(terms(delegator, other).focusSkills()).isEqualTo(250);
    }

    @Test
    void theTermsOfATrioAddUpToHalfOfItsPairs() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            List<Candidate> people = Cohorts.of(3, random.nextLong());
            Fit trio = fit(people);
            int pairs =
                    terms(people.get(0), people.get(1)).sum()
                            + terms(people.get(0), people.get(2)).sum()
                            + terms(people.get(1), people.get(2)).sum();
            assertThat(trio.score()).isEqualTo(pairs / 2).isEqualTo(trio.terms().sum());
        }
    }

    @Test
    void peopleFromAfarMakeNewTies() {
        List<Candidate> people = Cohorts.of(40, 2);
        Candidate one = unit(people, "/a/one");
        assertThat(terms(one, unit(people, "/a/two")).newTies()).isEqualTo(250);
        assertThat(terms(one, unit(people, "/b/one")).newTies()).isEqualTo(500);
        assertThat(terms(person("x").candidate(), person("y").candidate()).newTies()).isZero();
    }

    private static Candidate unit(List<Candidate> people, String unit) {
        return people.stream().filter(one -> one.unit().equals(unit)).findFirst().orElseThrow();
    }

    private static Terms terms(Candidate one, Candidate other) {
        return fit(List.of(one, other)).terms();
    }

    private static Fit fit(List<Candidate> people) {
        Cohort cohort = Cohort.of(people, Cohorts.POLICY, 1);
        return cohort.fit(IntStream.range(0, people.size()).toArray());
    }

    private static Candidate skilled(String id, String strength, String growthArea) {
        return person(id)
                .with(Map.of(strength, 5), List.of(new GrowthArea(growthArea, 2)))
                .candidate();
    }
}
