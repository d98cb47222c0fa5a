package org.peercoaching.local.demonstration.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peercoaching.local.demonstration.people.Person;
import org.peercoaching.local.demonstration.plan.MeetingStep.Answer;
import org.peercoaching.local.demonstration.plan.MeetingStep.Book;
import org.peercoaching.local.demonstration.plan.MeetingStep.Cancel;
import org.peercoaching.local.demonstration.plan.MeetingStep.Confirm;
import org.peercoaching.local.demonstration.plan.MeetingStep.Miss;
import org.peercoaching.local.demonstration.plan.MeetingStep.Move;
import org.peercoaching.local.demonstration.plan.MeetingStep.Report;
import org.peercoaching.local.demonstration.plan.MeetingStep.Turn;

/** What pairs and circles do, held against what the platform accepts. */
class DiaryTest {

    private static final PlayedPlan PLAN = new PlayedPlan(Scenario.full());
    private static final PlayedPlan CIRCLES =
            new PlayedPlan(Scenario.full(), Scenario.full().programs().getLast());
    private static final Duration LENGTH = Duration.ofMinutes(PLAN.program.sessionMinutes());

    @Test
    void theSameQuestionHasTheSameAnswer() {
        PlayedPlan again = new PlayedPlan(Scenario.full());

        assertThat(again.journeys).isEqualTo(PLAN.journeys);
        assertThat(again.diaries).isEqualTo(PLAN.diaries);
    }

    @Test
    void whoIsNamedFirstDoesNotMatter() {
        List<Journey> pair = PLAN.pairs.getFirst();

        assertThat(Diary.of(PLAN.scenario, PLAN.timeline, pair.reversed(), 24))
                .isEqualTo(Diary.of(PLAN.scenario, PLAN.timeline, pair, 24));
    }

    @Test
    void aMeetingIsBookedMovedAndCancelledBeforeItBeginsAndReportedAfterItEnded() {
        PLAN.diaries.forEach(diary -> followsTheTimes(diary, LENGTH));
        CIRCLES.diaries.forEach(diary ->
                followsTheTimes(diary, Duration.ofMinutes(CIRCLES.program.sessionMinutes())));
    }

    private void followsTheTimes(List<Planned<MeetingStep>> diary, Duration length) {
        Map<Integer, Instant> starts = new HashMap<>();
        for (Planned<MeetingStep> planned : diary) {
            Instant now = PLAN.timeline.moment(planned.day());
            switch (planned.step()) {
                case Book book -> {
                    assertThat(book.startsAt()).isAfter(now);
                    assertThat(book.meeting()).as("in order").isEqualTo(starts.size());
                    starts.put(book.meeting(), book.startsAt());
                }
                case Move move -> {
                    assertThat(starts.get(move.meeting())).isAfter(now);
                    assertThat(move.startsAt()).isAfter(now);
                    starts.put(move.meeting(), move.startsAt());
                }
                case Cancel cancel -> assertThat(starts.get(cancel.meeting())).isAfter(now);
                case Miss miss -> assertThat(starts.get(miss.meeting()).plus(length)).isBefore(now);
                case Report report -> {
                    Duration longest =
                            Duration.ofMinutes(Math.max(length.toMinutes(), report.minutes()));
                    assertThat(starts.get(report.meeting()).plus(longest)).isBefore(now);
                }
                default -> assertThat(starts).containsKey(planned.step().meeting());
            }
        }
    }

    @Test
    void feedbackIsGivenWithinSevenDaysOfTheReport() {
        for (List<Planned<MeetingStep>> diary : PLAN.diaries) {
            Map<Integer, Integer> reports = new HashMap<>();
            for (Planned<MeetingStep> planned : diary) {
                switch (planned.step()) {
                    case Report report -> reports.put(report.meeting(), planned.day());
                    case Answer answer ->
                            assertThat(planned.day() - reports.get(answer.meeting()))
                                    .isBetween(1, 6);
                    default -> {}
                }
            }
        }
    }

    @Test
    void nobodyDoesAnythingAfterTheyWentAndNothingIsArrangedAnyMore() {
        for (int i = 0; i < PLAN.pairs.size(); i++) {
            List<Journey> pair = PLAN.pairs.get(i);
            Members members = new Members(pair);
            for (Planned<MeetingStep> planned : PLAN.diaries.get(i)) {
                assertThat(members.presentOn(planned.day())).contains(planned.step().by());
                if (planned.step() instanceof Book
                        || planned.step() instanceof Move
                        || planned.step() instanceof Cancel) {
                    assertThat(planned.day()).isLessThan(members.lastDay());
                }
            }
        }
    }

    @Test
    void mostMeetingsAreAtATimeThatBothHave() {
        List<Boolean> suits = new ArrayList<>();
        for (int i = 0; i < PLAN.pairs.size(); i++) {
            List<Person> people = PLAN.pairs.get(i).stream().map(Journey::person).toList();
            PLAN.diaries.get(i).stream()
                    .map(Planned::step)
                    .filter(Book.class::isInstance)
                    .map(Book.class::cast)
                    .forEach(book ->
                            suits.add(
                                    people.stream()
                                            .allMatch(person ->
                                                    person.hasTime(book.startsAt(), LENGTH))));
        }
        assertThat(suits.stream().filter(suit -> suit).count())
                .isGreaterThan((long) (0.7 * suits.size()));
    }

    @Test
    void turnsFitIntoTheMeetingAndEverybodyIsCoachedOnce() {
        PLAN.meetingSteps()
                .filter(Report.class::isInstance)
                .map(Report.class::cast)
                .forEach(report -> {
                    assertThat(report.turns().stream().mapToInt(Turn::minutes).sum())
                            .isLessThanOrEqualTo(report.minutes());
                    assertThat(report.turns().stream().map(Turn::coachee))
                            .doesNotHaveDuplicates()
                            .hasSize(2);
                    assertThat(report.turns())
                            .allMatch(turn -> turn.coach().orElseThrow() != turn.coachee());
                });
    }

    @Test
    void inACircleEverybodyWhoIsThereIsCoachedByTheOthersAndThreeAreEnough() {
        List<Report> reports =
                CIRCLES.meetingSteps()
                        .filter(Report.class::isInstance)
                        .map(Report.class::cast)
                        .toList();
        assertThat(reports).anyMatch(report -> !report.absent().isEmpty());
        for (Report report : reports) {
            assertThat(report.turns()).hasSizeGreaterThan(2);
            assertThat(report.turns()).allMatch(turn -> turn.coach().isEmpty());
            assertThat(report.turns().stream().map(Turn::coachee))
                    .doesNotHaveDuplicates()
                    .noneMatch(report.absent()::contains);
            assertThat(report.absent()).doesNotContain(report.by());
            assertThat(report.turns().stream().mapToInt(Turn::minutes).sum())
                    .isLessThanOrEqualTo(report.minutes());
        }
    }

    @Test
    void whoWasAbsentFromACircleNeitherConfirmsNorAnswersNorIsAnsweredAbout() {
        for (List<Planned<MeetingStep>> diary : CIRCLES.diaries) {
            Map<Integer, List<Person>> absent = new HashMap<>();
            for (Planned<MeetingStep> planned : diary) {
                switch (planned.step()) {
                    case Report report -> absent.put(report.meeting(), report.absent());
                    case Confirm confirm ->
                            assertThat(absent.get(confirm.meeting())).doesNotContain(confirm.by());
                    case Answer answer -> {
                        assertThat(absent.get(answer.meeting())).doesNotContain(answer.by());
                        assertThat(answer.about().stream().map(MeetingStep.About::peer))
                                .noneMatch(absent.get(answer.meeting())::contains);
                    }
                    default -> {}
                }
            }
        }
    }

    @Test
    void threePeopleMeetToo() {
        List<Journey> three =
                PLAN.journeys.stream().filter(journey -> journey.isReadyOn(24)).limit(3).toList();

        List<Planned<MeetingStep>> diary = Diary.of(PLAN.scenario, PLAN.timeline, three, 24);

        followsTheTimes(diary, LENGTH);
        Report report =
                diary.stream()
                        .map(Planned::step)
                        .filter(Report.class::isInstance)
                        .map(Report.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertThat(report.turns().stream().map(Turn::coachee)).doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void nobodyBooksOrReportsOnASunday() {
        assertThat(
                        PLAN.diaries.stream()
                                .flatMap(List::stream)
                                .filter(planned ->
                                        planned.step() instanceof Book
                                                || planned.step() instanceof Report)
                                .map(planned -> PLAN.timeline.date(planned.day()).getDayOfWeek()))
                .isNotEmpty()
                .doesNotContain(DayOfWeek.SUNDAY);
    }
}
