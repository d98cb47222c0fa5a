package org.peercoaching.matching.engine.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoaching.matching.engine.Cohorts.person;
import static org.peercoaching.matching.engine.Cohorts.weekdays;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peercoaching.matching.engine.Candidate.GrowthArea;
import org.peercoaching.matching.engine.Candidate.Meeting;
import org.peercoaching.matching.engine.Cohorts;
import org.peercoaching.matching.engine.Cohorts.Somebody;
import org.peercoaching.matching.engine.Fit;
import org.peercoaching.matching.engine.Help;
import org.peercoaching.matching.engine.Terms;

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
        Cohort cohort =
                cohort(
                        skilled("a", "listening", "strategy"),
                        skilled("b", "strategy", "listening"));
        assertThat(cohort.terms(0, 1).reciprocalHelp()).isEqualTo(6_500);
        assertThat(cohort.fit(0, 1).help())
                .containsExactlyInAnyOrder(
                        new Help("a", "b", List.of("listening")),
                        new Help("b", "a", List.of("strategy")));
    }

    @Test
    void aPairThatHelpsOneSideOnlyGetsAtMostFifteenPercent() {
        Somebody giver = skilled("a", "listening", "focus");
        Somebody taker = skilled("b", "conflict", "listening");
        assertThat(terms(giver, taker).reciprocalHelp()).isEqualTo(6_500 * 15 / 100);
    }

    @Test
    void somebodyBarelyAheadHelpsALittleSomebodyBehindNotAtAll() {
        Somebody wants =
                person("a").with(Map.of("focus", 5), List.of(new GrowthArea("listening", 3)));
        assertThat(helpFrom(wants, 5)).isEqualTo(6_500);
        assertThat(helpFrom(wants, 4)).isEqualTo(6_500 * 750 / 1_000);
        assertThat(helpFrom(wants, 3)).isEqualTo(6_500 * 15 / 100);
    }

    private static int helpFrom(Somebody wants, int level) {
        Somebody helper =
                person("b").with(Map.of("listening", level), List.of(new GrowthArea("focus", 1)));
        return terms(wants, helper).reciprocalHelp();
    }

    @Test
    void whatIsWantedMostCountsMost() {
        List<GrowthArea> wanted =
                List.of(
                        new GrowthArea("listening", 1),
                        new GrowthArea("strategy", 1),
                        new GrowthArea("focus", 1));
        Somebody wants = person("a").with(Map.of(), wanted);
        assertThat(oneSided(wants, "listening")).isEqualTo(6_500 * (500 * 15 / 100) / 1_000);
        assertThat(oneSided(wants, "strategy")).isEqualTo(6_500 * (333 * 15 / 100) / 1_000);
        assertThat(oneSided(wants, "focus")).isEqualTo(6_500 * (166 * 15 / 100) / 1_000);
    }

    private static int oneSided(Somebody wants, String skill) {
        return terms(wants, person("b").with(Map.of(skill, 5), List.of())).reciprocalHelp();
    }

    @Test
    void theFurtherApartTheirLevelsTheFewerPointsForEquality() {
        assertThat(equality(4, 4)).isEqualTo(1_500);
        assertThat(equality(4, 5)).isEqualTo(1_000);
        assertThat(equality(4, 6)).isEqualTo(500);
    }

    private static int equality(int one, int other) {
        return terms(person("a").ofLevel(one), person("b").ofLevel(other)).equality();
    }

    @Test
    void fourHoursAWeekAreAllTheTimeThatCounts() {
        assertThat(sharedTime(9, 10)).isEqualTo(500);
        assertThat(sharedTime(9, 11)).isEqualTo(1_000);
        assertThat(sharedTime(9, 12)).isEqualTo(1_000);
    }

    private static int sharedTime(int from, int to) {
        Somebody other = person("b").having(weekdays("Europe/Berlin", from, to));
        return terms(person("a"), other).sharedTime();
    }

    @Test
    void theCommonLanguageThatBothLikeBestCounts() {
        assertThat(language(List.of("en"), List.of("en"))).isEqualTo(100);
        assertThat(language(List.of("en", "de"), List.of("de", "en"))).isEqualTo(75);
        assertThat(language(List.of("en", "de"), List.of("de"))).isEqualTo(75);
        assertThat(language(List.of("en", "de"), List.of("fr", "de"))).isEqualTo(50);
    }

    private static int language(List<String> one, List<String> other) {
        return terms(
                        person("a").speaking(one.toArray(String[]::new)),
                        person("b").speaking(other.toArray(String[]::new)))
                .language();
    }

    @Test
    void likingTheSameWayToMeetCounts() {
        assertThat(method(Meeting.ONLINE, Meeting.ONLINE)).isEqualTo(150);
        assertThat(method(Meeting.ONLINE, Meeting.EITHER)).isEqualTo(150);
        assertThat(method(Meeting.ONLINE, Meeting.IN_PERSON)).isZero();
    }

    private static int method(Meeting one, Meeting other) {
        return terms(person("a").meeting(one), person("b").meeting(other)).method();
    }

    @Test
    void focusSkillsCountForEachSideThatIsHelpedInThem() {
        Somebody listener = skilled("a", "listening", "strategy");
        Somebody strategist = skilled("b", "strategy", "listening");
        Somebody delegator = skilled("c", "delegation", "listening");
        Somebody other = skilled("d", "listening", "delegation");
        assertThat(terms(listener, strategist).focusSkills()).isEqualTo(125);
        assertThat(terms(delegator, other).focusSkills()).isEqualTo(250);
    }

    @Test
    void peopleFromAfarMakeNewTies() {
        assertThat(newTies("/a/one", "/a/two")).isEqualTo(250);
        assertThat(newTies("/a/one", "/b/one")).isEqualTo(500);
        assertThat(newTies("/a/one", "/a")).isEqualTo(250);
        assertThat(newTies("/a/one", "/a/one")).isZero();
        assertThat(newTies("/", "/")).isZero();
    }

    private static int newTies(String one, String other) {
        return terms(person("a").in(one), person("b").in(other)).newTies();
    }

    @Test
    void theTermsOfATrioAddUpToHalfOfItsPairs() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            Cohort cohort = Cohort.of(Cohorts.of(3, random.nextLong()), Cohorts.POLICY, 1);
            Fit trio = cohort.fit(0, 1, 2);
            int pairs = cohort.score(0, 1) + cohort.score(0, 2) + cohort.score(1, 2);
            assertThat(trio.score()).isEqualTo(pairs / 2).isEqualTo(trio.terms().sum());
        }
    }

    @Test
    void theWeightIsCoverageScoreAndTheBonusForWaiting() {
        Cohort cohort = cohort(person("a").waited(1), person("b").waited(9));
        int points = 10_000 + cohort.score(0, 1) + 2_000 + 5 * 2_000;
        assertThat(cohort.weight(0, 1)).isEqualTo(2 * points);
        assertThat(cohort.bonus(0) + cohort.bonus(1)).isEqualTo(2 * 12_000);
    }

    private static Terms terms(Somebody one, Somebody other) {
        return cohort(one, other).terms(0, 1);
    }

    private static Cohort cohort(Somebody... people) {
        return Cohort.of(Stream.of(people).map(Somebody::candidate).toList(), Cohorts.POLICY, 1);
    }

    private static Somebody skilled(String id, String strength, String growthArea) {
        return person(id).with(Map.of(strength, 5), List.of(new GrowthArea(growthArea, 2)));
    }
}
