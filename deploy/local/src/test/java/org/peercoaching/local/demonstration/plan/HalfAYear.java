package org.peercoaching.local.demonstration.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How much happens in the full scenario, by its plan and on a platform that has loaded it. */
public interface HalfAYear {

    /** What happens in the program of pairs. */
    Amounts pairs();

    /** What happens in the program of circles. */
    Amounts circles();

    @Test
    default void aboutFourHundredAndTwentyPeopleAreMatched() {
        assertThat(pairs().enrolled()).isBetween(430L, 480L);
        assertThat(pairs().matched()).isBetween(400L, 440L);
    }

    @Test
    default void aboutTwoThousandThreeHundredSessionsAreScheduled() {
        assertThat(pairs().sessions()).isBetween(2_150L, 2_450L);
    }

    @Test
    default void mostSessionsAreHeldAndSomeAreMovedMissedOrCancelled() {
        double sessions = pairs().sessions();

        assertThat(pairs().held() / sessions).isBetween(0.8, 0.92);
        assertThat(pairs().missed() / sessions).isBetween(0.02, 0.08);
        assertThat(pairs().cancelled() / sessions).isBetween(0.04, 0.1);
        assertThat(pairs().moved() / sessions).isBetween(0.05, 0.15);
    }

    @Test
    default void mostReportsAreConfirmedAndFourOfFiveAnswerWhenAskedForFeedback() {
        double held = pairs().held();

        assertThat(pairs().confirmed() / held).isBetween(0.75, 0.9);
        assertThat(pairs().answers() / held / 2).isBetween(0.75, 0.85);
    }

    @Test
    default void goalsAreSetAndAboutHalfOfThemAchieved() {
        double goals = pairs().goals();

        assertThat(goals).isBetween(500.0, 750.0);
        assertThat(pairs().achieved() / goals).isBetween(0.35, 0.6);
    }

    @Test
    default void somePeopleGoEarly() {
        assertThat(pairs().withdrew()).isBetween(20L, 50L);
        assertThat(pairs().completed()).isBetween(20L, 60L);
        assertThat(pairs().left()).isBetween(6L, 25L);
    }

    @Test
    default void aboutAHundredAndTwentyPeopleMeetInCircles() {
        assertThat(circles().enrolled()).isBetween(100L, 150L);
        assertThat(circles().matched()).isBetween(90L, 140L);
        // By the plan all circles are of six; a platform makes more of them, of four to six.
        assertThat(circles().sessions()).isBetween(100L, 280L);
    }
}
