package org.peercoaching.local.demonstration.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.peercoaching.local.demonstration.plan.MeetingStep.Answer;
import org.peercoaching.local.demonstration.plan.MeetingStep.Book;
import org.peercoaching.local.demonstration.plan.MeetingStep.Cancel;
import org.peercoaching.local.demonstration.plan.MeetingStep.Confirm;
import org.peercoaching.local.demonstration.plan.MeetingStep.Miss;
import org.peercoaching.local.demonstration.plan.MeetingStep.Move;
import org.peercoaching.local.demonstration.plan.MeetingStep.Report;
import org.peercoaching.local.demonstration.plan.PersonStep.Achieve;
import org.peercoaching.local.demonstration.plan.PersonStep.Apply;
import org.peercoaching.local.demonstration.plan.PersonStep.Complete;
import org.peercoaching.local.demonstration.plan.PersonStep.Leave;
import org.peercoaching.local.demonstration.plan.PersonStep.SetGoal;
import org.peercoaching.local.demonstration.plan.PersonStep.Withdraw;

/** How much happens. */
class ScenarioTest {

    private final PlayedPlan full = new PlayedPlan(Scenario.full());
    private final PlayedPlan circles =
            new PlayedPlan(Scenario.full(), Scenario.full().programs().getLast());

    @Test
    void pairsMeetEveryFourteenDaysInAProgramOfThirtyNineWeeks() {
        assertThat(full.program.circle()).isEmpty();
        assertThat(full.program.weeks()).isEqualTo(39);
        assertThat(full.program.cadenceDays()).isEqualTo(14);
    }

    @Test
    void aboutFourHundredAndTwentyPeopleAreMatched() {
        assertThat(full.people(Apply.class)).isBetween(430L, 480L);
        assertThat(full.matched()).hasSizeBetween(400, 440);
    }

    @Test
    void aboutTwoThousandThreeHundredSessionsAreScheduled() {
        assertThat(full.meetings(Book.class)).isBetween(2_150L, 2_450L);
    }

    @Test
    void aboutFifteenThousandCommandsAreGiven() {
        assertThat(full.personSteps().count() + full.meetingSteps().count())
                .isBetween(12_500L, 16_000L);
    }

    @Test
    void mostSessionsAreHeldAndSomeAreMovedMissedOrCancelled() {
        double booked = full.meetings(Book.class);

        assertThat(full.meetings(Report.class) / booked).isBetween(0.8, 0.92);
        assertThat(full.meetings(Miss.class) / booked).isBetween(0.02, 0.08);
        assertThat(full.meetings(Cancel.class) / booked).isBetween(0.04, 0.1);
        assertThat(full.meetings(Move.class) / booked).isBetween(0.05, 0.15);
    }

    @Test
    void mostReportsAreConfirmedAndFourOfFiveAnswerWhenAskedForFeedback() {
        double held = full.meetings(Report.class);

        assertThat(full.meetings(Confirm.class) / held).isBetween(0.75, 0.9);
        assertThat(full.meetings(Answer.class) / held / 2).isBetween(0.75, 0.85);
    }

    @Test
    void goalsAreSetAndAboutHalfOfThemAchieved() {
        double goals = full.people(SetGoal.class);

        assertThat(goals).isBetween(500.0, 750.0);
        assertThat(full.people(Achieve.class) / goals).isBetween(0.35, 0.6);
    }

    @Test
    void somePeopleGoEarly() {
        assertThat(full.people(Withdraw.class)).isBetween(20L, 50L);
        assertThat(full.people(Complete.class)).isBetween(20L, 60L);
        assertThat(full.people(Leave.class)).isBetween(6L, 25L);
    }

    @Test
    void aboutAHundredAndTwentyPeopleMeetInCirclesOfSixAFewWeeksLater() {
        assertThat(circles.people(Apply.class)).isBetween(100L, 150L);
        assertThat(circles.matched()).hasSizeBetween(90, 140);
        assertThat(circles.meetings(Book.class)).isBetween(100L, 230L);
        assertThat(circles.personSteps().count() + circles.meetingSteps().count())
                .isBetween(1_800L, 4_000L);
        assertThat(circles.journeys.stream().flatMap(journey -> journey.steps().stream()))
                .allMatch(planned ->
                        planned.day() > circles.program.startsOn()
                                || planned.step() instanceof Leave);
    }

    @Test
    void theSmallOneIsSixtyPeopleInTwoUnitsForSixWeeks() {
        PlayedPlan small = new PlayedPlan(Scenario.small());

        PlayedPlan inCircles =
                new PlayedPlan(Scenario.small(), Scenario.small().programs().getLast());

        assertThat(small.journeys.size() + inCircles.journeys.size()).isBetween(58, 66);
        assertThat(inCircles.people(Apply.class)).isBetween(10L, 18L);
        assertThat(inCircles.matched()).hasSizeBetween(10, 18);
        assertThat(small.journeys.stream().map(journey -> journey.person().unit()).distinct())
                .hasSize(2);
        assertThat(small.matched()).hasSizeBetween(38, 56);
        assertThat(small.meetings(Book.class)).isBetween(70L, 160L);
    }
}
