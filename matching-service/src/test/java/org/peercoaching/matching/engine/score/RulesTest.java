package org.peercoaching.matching.engine.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoaching.matching.engine.Cohorts.person;
import static org.peercoaching.matching.engine.Cohorts.weekdays;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.peercoaching.matching.engine.Cohorts;
import org.peercoaching.matching.engine.Cohorts.Somebody;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Rule;
import org.peercoaching.matching.engine.WeekTime;

class RulesTest {

    private static final Policy STANDARD = Cohorts.POLICY;

    @Test
    void peopleWhoShareALanguageALevelAndTimeMayBeMatched() {
        assertThat(between(person("a"), person("b"))).isNull();
    }

    @Test
    void peopleWithoutACommonLanguageMayNot() {
        assertThat(between(person("a").speaking("en", "de"), person("b").speaking("fr")))
                .isEqualTo(Rule.NO_COMMON_LANGUAGE);
    }

    @Test
    void levelsMayBeTwoApartAndNoMore() {
        assertThat(between(person("a").ofLevel(3), person("b").ofLevel(5))).isNull();
        assertThat(between(person("a").ofLevel(3), person("b").ofLevel(6)))
                .isEqualTo(Rule.LEVEL_DISTANCE);
    }

    @Test
    void nobodyIsMatchedWithSomebodyAboveThem() {
        assertThat(between(person("a").below("boss", "b"), person("b")))
                .isEqualTo(Rule.REPORTING_LINE);
    }

    @Test
    void peopleOfTheSameManagerMayBeMatched() {
        assertThat(between(person("a").below("boss"), person("b").below("boss"))).isNull();
    }

    @Test
    void peopleWhoAreKeptApartDoNotMeetWhoeverOfThemKnowsOfIt() {
        assertThat(between(person("a").keptApartFrom("b"), person("b"))).isEqualTo(Rule.KEPT_APART);
    }

    @Test
    void oneUnitIsForbiddenWhereThePolicySaysSo() {
        Policy strangers =
                new Policy(STANDARD.strengths(), 2, 60, 0, false, STANDARD.priority(), Set.of());
        assertThat(between(strangers, person("a"), person("b"))).isEqualTo(Rule.SAME_UNIT);
        assertThat(between(strangers, person("a"), person("b").in("/a/two"))).isNull();
        assertThat(between(person("a"), person("b"))).isNull();
    }

    @Test
    void anHourAWeekIsEnoughAndAQuarterLessIsNot() {
        WeekTime half = weekdays("Europe/Berlin", 9, 10);
        WeekTime elsewhere = weekdays("Europe/Berlin", 12, 13);
        assertThat(between(person("a").having(half), person("b"))).isNull();
        assertThat(between(person("a").having(elsewhere), person("b")))
                .isEqualTo(Rule.NO_COMMON_TIME);
        Policy longer =
                new Policy(STANDARD.strengths(), 2, 135, 0, true, STANDARD.priority(), Set.of());
        assertThat(between(longer, person("a").having(half), person("b")))
                .isEqualTo(Rule.NO_COMMON_TIME);
    }

    @Test
    void aPairBelowTheLeastScoreIsForbidden() {
        Policy demanding =
                new Policy(STANDARD.strengths(), 2, 60, 9_999, true, STANDARD.priority(), Set.of());
        assertThat(between(demanding, person("a"), person("b"))).isEqualTo(Rule.MINIMUM_SCORE);
    }

    @Test
    void threePeopleNeedALanguageAndAnHourThatAllOfThemHave() {
        assertThat(
                        canMeet(
                                person("a").speaking("en", "de"),
                                person("b").speaking("en", "fr"),
                                person("c").speaking("de", "fr")))
                .isFalse();
        assertThat(
                        canMeet(
                                person("a").having(weekdays("Europe/Berlin", 9, 11)),
                                person("b").having(weekdays("Europe/Berlin", 10, 12)),
                                person("c").having(weekdays("Europe/Berlin", 10, 11))))
                .isTrue();
    }

    @Test
    void everyRuleIsSymmetric() {
        Cohort cohort = Cohort.of(Cohorts.of(60, 11), STANDARD, 1);
        for (int one = 0; one < cohort.size(); one++) {
            for (int other = 0; other < cohort.size(); other++) {
                assertThat(cohort.forbidding(one, other)).isEqualTo(cohort.forbidding(other, one));
            }
        }
    }

    @Test
    void aPairWeighsSomethingIfAndOnlyIfNoRuleForbidsIt() {
        Cohort cohort = Cohort.of(Cohorts.of(60, 12), STANDARD, 1);
        for (int one = 0; one < cohort.size(); one++) {
            for (int other = 0; other < cohort.size(); other++) {
                assertThat(cohort.weight(one, other) > 0)
                        .isEqualTo(cohort.forbidding(one, other) == null);
            }
        }
    }

    private static boolean canMeet(Somebody... people) {
        Cohort cohort =
                Cohort.of(List.of(people).stream().map(Somebody::candidate).toList(), STANDARD, 1);
        return cohort.canMeet(0, 1, 2);
    }

    private static @Nullable Rule between(Somebody one, Somebody other) {
        return between(STANDARD, one, other);
    }

    private static @Nullable Rule between(Policy policy, Somebody one, Somebody other) {
        Cohort cohort = Cohort.of(List.of(one.candidate(), other.candidate()), policy, 1);
        Rule rule = cohort.forbidding(0, 1);
        assertThat(cohort.forbidding(1, 0)).isEqualTo(rule);
        return rule;
    }
}
