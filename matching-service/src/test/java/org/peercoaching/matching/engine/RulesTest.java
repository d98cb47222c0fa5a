package org.peercoaching.matching.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoaching.matching.engine.Cohorts.person;
import static org.peercoaching.matching.engine.Cohorts.weekdays;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RulesTest {

    private final Rules rules = new Rules(Cohorts.POLICY);

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
                .isEqualTo(Rule.EARLIER_PARTNERS);
    }

    @Test
    void anHourAWeekIsEnoughAndAMinuteLessIsNot() {
        WeekMinutes morning = weekdays("Europe/Berlin", 9, 10);
        WeekMinutes elsewhere = weekdays("Europe/Berlin", 11, 12);
        assertThat(between(person("a").having(morning), person("b").candidate())).isNull();
        assertThat(between(person("a").having(morning), person("b").having(elsewhere)))
                .isEqualTo(Rule.NO_COMMON_TIME);
    }

    @Test
    void threePeopleNeedALanguageAndAnHourThatAllOfThemHave() {
        assertThat(
                        rules.canMeet(
                                person("a").speaking("en", "de"),
                                person("b").speaking("en", "fr"),
                                person("c").speaking("de", "fr")))
                .isFalse();
        assertThat(
                        rules.canMeet(
                                person("a").having(weekdays("Europe/Berlin", 9, 11)),
                                person("b").having(weekdays("Europe/Berlin", 10, 12)),
                                person("c").having(weekdays("Europe/Berlin", 10, 11))))
                .isTrue();
    }

    @Test
    void everyRuleIsSymmetric() {
        List<Candidate> people = Cohorts.of(60, 11);
        for (Candidate one : people) {
            for (Candidate other : people) {
                assertThat(rules.forbidding(one, other)).isEqualTo(rules.forbidding(other, one));
            }
        }
    }

    private @Nullable Rule between(Candidate one, Candidate other) {
        Rule rule = rules.forbidding(one, other);
        assertThat(rules.forbidding(other, one)).isEqualTo(rule);
        return rule;
    }
}
