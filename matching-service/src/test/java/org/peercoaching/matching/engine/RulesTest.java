package org.peercoaching.matching.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoaching.matching.engine.Cohorts.person;
import static org.peercoaching.matching.engine.Cohorts.weekdays;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.peercoaching.matching.engine.score.Cohort;

class RulesTest {

    @Test
    void peopleWhoShareALanguageALevelAndTimeMayBeMatched() {
        assertThat(between(person("a").candidate(), person("b").candidate())).isNull();
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
        assertThat(between(person("a").below("boss", "b"), person("b").candidate()))
                .isEqualTo(Rule.REPORTING_LINE);
    }

    @Test
    void peopleOfTheSameManagerMayBeMatched() {
        assertThat(between(person("a").below("boss"), person("b").below("boss"))).isNull();
    }

    @Test
    void earlierPartnersDoNotMeetAgainWhoeverRemembersIt() {
        assertThat(between(person("a").afterMeeting("b"), person("b").candidate()))
                .isEqualTo(Rule.KEPT_APART);
    }

    @Test
    void anHourAWeekIsEnoughAndAMinuteLessIsNot() {
        WeekTime morning = weekdays("Europe/Berlin", 9, 10);
        WeekTime elsewhere = weekdays("Europe/Berlin", 11, 12);
        assertThat(between(person("a").having(morning), person("b").candidate())).isNull();
        assertThat(between(person("a").having(morning), person("b").having(elsewhere)))
                .isEqualTo(Rule.NO_COMMON_TIME);
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
        Cohort cohort = Cohort.of(Cohorts.of(60, 11), Cohorts.POLICY, 1);
        for (int one = 0; one < cohort.size(); one++) {
            for (int other = 0; other < cohort.size(); other++) {
                assertThat(cohort.forbidding(one, other)).isEqualTo(cohort.forbidding(other, one));
            }
        }
    }

    private static @Nullable Rule between(Candidate one, Candidate other) {
        return Cohort.of(List.of(one, other), Cohorts.POLICY, 1).forbidding(0, 1);
    }

    private static boolean canMeet(Candidate... people) {
        return Cohort.of(List.of(people), Cohorts.POLICY, 1).canMeet(0, 1, 2);
    }
}
