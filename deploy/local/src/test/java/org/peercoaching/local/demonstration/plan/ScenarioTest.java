package org.peercoaching.local.demonstration.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peercoaching.local.demonstration.plan.MeetingStep.Book;
import org.peercoaching.local.demonstration.plan.MeetingStep.Cancel;
import org.peercoaching.local.demonstration.plan.MeetingStep.Miss;
import org.peercoaching.local.demonstration.plan.MeetingStep.Move;
import org.peercoaching.local.demonstration.plan.PersonStep.Apply;
import org.peercoaching.local.demonstration.plan.PersonStep.Complete;
import org.peercoaching.local.demonstration.plan.PersonStep.Leave;
import org.peercoaching.local.demonstration.plan.PersonStep.Withdraw;

class ScenarioTest implements HalfAYear {

    private static final PlayedPlan FULL = new PlayedPlan(Scenario.full());
    private static final PlayedPlan CIRCLES =
            new PlayedPlan(Scenario.full(), Scenario.full().programs().getLast());

    @Override
    public Amounts pairs() {
        return FULL.amounts();
    }

    @Override
    public Amounts circles() {
        return CIRCLES.amounts();
    }

    @Test
    void pairsMeetEveryFourteenDaysInAProgramOfThirtyNineWeeks() {
        assertThat(FULL.program.circle()).isEmpty();
        assertThat(FULL.program.weeks()).isEqualTo(39);
        assertThat(FULL.program.cadenceDays()).isEqualTo(14);
    }

    @Test
    void aboutFifteenThousandCommandsAreGiven() {
        assertThat(FULL.personSteps().count() + FULL.meetingSteps().count())
                .isBetween(12_500L, 16_000L);
    }

    @Test
    void theCirclesBeginAFewWeeksLater() {
        assertThat(CIRCLES.personSteps().count() + CIRCLES.meetingSteps().count())
                .isBetween(1_800L, 4_000L);
        assertThat(CIRCLES.journeys.stream().flatMap(journey -> journey.steps().stream()))
                .allMatch(planned ->
                        planned.day() > CIRCLES.program.startsOn()
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

    /** Whoever is matched with whom: hence several, where one is enough. */
    @ParameterizedTest
    @EnumSource
    void inTheSmallOneWhateverCanBecomeOfPeopleAndMeetingsBecomesOfSome(DayOfWeek first) {
        LocalDate start = LocalDate.of(2026, 5, 24).with(TemporalAdjusters.next(first));
        PlayedPlan small =
                new PlayedPlan(Scenario.small(), Scenario.small().programs().getFirst(), start);

        assertThat(small.people(Complete.class)).isGreaterThan(1);
        assertThat(small.people(Withdraw.class)).isGreaterThan(1);
        assertThat(small.people(Leave.class)).isPositive();
        assertThat(small.meetings(Move.class)).isGreaterThan(3);
        assertThat(small.meetings(Miss.class)).isGreaterThan(3);
        assertThat(small.meetings(Cancel.class)).isGreaterThan(3);
    }
}
