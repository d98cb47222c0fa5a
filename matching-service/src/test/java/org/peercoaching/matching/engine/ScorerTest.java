package org.peercoaching.matching.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoaching.matching.engine.Cohorts.person;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.peercoaching.matching.engine.Candidate.GrowthArea;

class ScorerTest {

    private final Scorer scorer = new Scorer(Cohorts.POLICY);

    @Test
    void theScoreIsSymmetricAndEveryTermStaysInItsRange() {
        List<Candidate> people = Cohorts.of(80, 5);
        for (Candidate one : people) {
            for (Candidate other : people) {
                Terms terms = scorer.terms(one, other);
                assertThat(terms).isEqualTo(scorer.terms(other, one));
                assertThat(terms.reciprocalHelp()).isBetween(0, 6_500);
                assertThat(terms.equality()).isBetween(0, 1_500);
                assertThat(terms.sharedTime()).isBetween(0, 1_000);
                assertThat(terms.preferences()).isBetween(0, 500);
                assertThat(terms.newTies()).isBetween(0, 500);
            }
        }
    }

    @Test
    void peopleWhoGiveEachOtherAllTheyWantGetAllPointsForHelp() {
        Candidate listener = skilled("a", "listening", "strategy");
        Candidate strategist = skilled("b", "strategy", "listening");
        assertThat(scorer.terms(listener, strategist).reciprocalHelp()).isEqualTo(6_500);
        assertThat(scorer.fit(List.of(listener, strategist)).help())
                .containsExactly(
                        new Help("a", "b", List.of("listening")),
                        new Help("b", "a", List.of("strategy")));
    }

    @Test
    void aPairThatHelpsOneSideOnlyGetsAtMostFifteenPercent() {
        Candidate giver = skilled("a", "listening", "focus");
        Candidate taker = skilled("b", "conflict", "listening");
        assertThat(scorer.terms(giver, taker).reciprocalHelp()).isEqualTo(6_500 * 15 / 100);
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
        return scorer.terms(wants, helper).reciprocalHelp();
    }

    @Test
    void theFurtherApartTheirLevelsTheFewerPointsForEquality() {
        assertThat(equality(4, 4)).isEqualTo(1_500);
        assertThat(equality(4, 5)).isEqualTo(1_000);
        assertThat(equality(4, 6)).isEqualTo(500);
    }

    private int equality(int one, int other) {
        return scorer.terms(person("a").ofLevel(one), person("b").ofLevel(other)).equality();
    }

    @Test
    void focusSkillsCountForEachSideThatIsHelpedInThem() {
        Candidate listener = skilled("a", "listening", "strategy");
        Candidate strategist = skilled("b", "strategy", "listening");
        Candidate delegator = skilled("c", "delegation", "listening");
        Candidate other = skilled("d", "listening", "delegation");
        assertThat(scorer.terms(listener, strategist).preferences()).isEqualTo(250);
        assertThat(scorer.terms(delegator, other).preferences()).isEqualTo(500);
    }

    @Test
    void theTermsOfATrioAddUpToHalfOfItsPairs() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            List<Candidate> people = Cohorts.of(3, random.nextLong());
            Fit trio = scorer.fit(people);
            int pairs =
                    scorer.terms(people.get(0), people.get(1)).sum()
                            + scorer.terms(people.get(0), people.get(2)).sum()
                            + scorer.terms(people.get(1), people.get(2)).sum();
            assertThat(trio.score()).isEqualTo(pairs / 2).isEqualTo(trio.terms().sum());
        }
    }

    @Test
    void peopleFromAfarMakeNewTies() {
        List<Candidate> people = Cohorts.of(40, 2);
        Candidate one = unit(people, "/a/one");
        assertThat(scorer.terms(one, unit(people, "/a/two")).newTies()).isEqualTo(250);
        assertThat(scorer.terms(one, unit(people, "/b/one")).newTies()).isEqualTo(500);
        assertThat(scorer.terms(one, one).newTies()).isZero();
    }

    private static Candidate unit(List<Candidate> people, String unit) {
        return people.stream().filter(one -> one.unit().equals(unit)).findFirst().orElseThrow();
    }

    private static Candidate skilled(String id, String strength, String growthArea) {
        return person(id)
                .with(Map.of(strength, 5), List.of(new GrowthArea(growthArea, 2)))
                .candidate();
    }
}
