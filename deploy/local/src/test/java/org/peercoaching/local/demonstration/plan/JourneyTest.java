package org.peercoaching.local.demonstration.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peercoaching.local.demonstration.plan.PersonStep.AcceptCharter;
import org.peercoaching.local.demonstration.plan.PersonStep.Achieve;
import org.peercoaching.local.demonstration.plan.PersonStep.Apply;
import org.peercoaching.local.demonstration.plan.PersonStep.Complete;
import org.peercoaching.local.demonstration.plan.PersonStep.Goal;
import org.peercoaching.local.demonstration.plan.PersonStep.Leave;
import org.peercoaching.local.demonstration.plan.PersonStep.Orient;
import org.peercoaching.local.demonstration.plan.PersonStep.Progress;
import org.peercoaching.local.demonstration.plan.PersonStep.SetGoal;
import org.peercoaching.local.demonstration.plan.PersonStep.Withdraw;

/** What people do, held against what the platform accepts. */
class JourneyTest {

    private static final PlayedPlan PLAN = new PlayedPlan(Scenario.full());

    @Test
    void stepsComeInTheOrderInWhichThePlatformAcceptsThem() {
        for (Journey journey : PLAN.journeys) {
            List<Class<?>> done = new ArrayList<>();
            Set<Goal> open = new HashSet<>();
            for (Planned<PersonStep> planned : journey.steps()) {
                assertThat(done)
                        .as("nothing comes after an exit")
                        .doesNotContain(Withdraw.class, Complete.class, Leave.class);
                switch (planned.step()) {
                    case Apply apply -> assertThat(done).isEmpty();
                    case Orient orient -> assertThat(done).containsExactly(Apply.class);
                    case AcceptCharter accept -> assertThat(done).endsWith(Orient.class);
                    case SetGoal goal -> {
                        assertThat(done).contains(AcceptCharter.class);
                        assertThat(goal.dueOn()).isAfter(PLAN.timeline.date(planned.day()));
                        assertThat(open.add(goal.goal())).isTrue();
                    }
                    case Progress progress -> assertThat(open).contains(progress.goal());
                    case Achieve(Goal goal) -> assertThat(open.remove(goal)).isTrue();
                    case Complete complete -> assertThat(done).contains(AcceptCharter.class);
                    case Withdraw withdraw -> assertThat(done).contains(Apply.class);
                    case Leave leave -> {}
                }
                done.add(planned.step().getClass());
            }
        }
    }

    @Test
    void onTheirLastDayPeopleDoNothingButGo() {
        for (Journey journey : PLAN.journeys) {
            journey.exitDay()
                    .ifPresent(day ->
                            assertThat(journey.on(day)).hasSize(1).allMatch(PersonStep::isExit));
        }
    }

    @Test
    void theProgramManagerManages() {
        assertThat(PLAN.journeys)
                .filteredOn(it -> it.person().login().equals(Scenario.PROGRAM_MANAGER))
                .singleElement()
                .satisfies(manager -> assertThat(manager.steps()).isEmpty());
    }

    @Test
    void someComeLateEnoughForTheSecondRound() {
        int first = PLAN.program.roundDays().getFirst();
        int second = PLAN.program.roundDays().getLast();

        assertThat(
                        PLAN.journeys.stream()
                                .filter(it -> !it.isReadyOn(first) && it.isReadyOn(second)))
                .hasSizeBetween(20, 60);
    }
}
