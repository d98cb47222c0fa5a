package org.peercoaching.local.demonstration.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.peercoaching.local.demonstration.people.People;
import org.peercoaching.local.demonstration.people.Person;
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

/**
 * One program of a scenario as it would be played: with pairs or circles as a round might make
 * them, neighbours by zone and level, or as a platform made them.
 */
public final class PlayedPlan {

    private static final LocalDate A_SUNDAY = LocalDate.of(2026, 5, 24);

    final Scenario scenario;
    final Program program;
    final Timeline timeline;
    final List<Journey> journeys;
    final List<List<Planned<MeetingStep>>> diaries = new ArrayList<>();

    /** Or circles. */
    final List<List<Journey>> pairs = new ArrayList<>();

    PlayedPlan(Scenario scenario) {
        this(scenario, scenario.programs().getFirst());
    }

    PlayedPlan(Scenario scenario, Program program) {
        this(scenario, program, A_SUNDAY);
    }

    PlayedPlan(Scenario scenario, Program program, LocalDate start) {
        this(scenario, program, start, List.of());
        program.roundDays().forEach(this::match);
    }

    /** With the pairs or circles of a platform. */
    public PlayedPlan(Scenario scenario, Program program, LocalDate start, List<Match> matches) {
        this.scenario = scenario;
        this.program = program;
        timeline = new Timeline(start, scenario.days());
        journeys =
                People.ofTheDemonstration().in(scenario.units()).all().stream()
                        .map(person -> Journey.of(scenario, timeline, person))
                        .filter(journey -> journey.program().equals(program))
                        .toList();
        for (Match match : matches) {
            meet(
                    journeys.stream()
                            .filter(journey ->
                                    match.externalIds().contains(journey.person().externalId()))
                            .toList(),
                    timeline.lastDayBefore(match.startedAt()));
        }
    }

    /** Those who meet, from some time on. */
    public record Match(Set<String> externalIds, Instant startedAt) {}

    private void match(int day) {
        List<Journey> waiting =
                journeys.stream()
                        .filter(journey -> journey.isReadyOn(day))
                        .filter(journey -> !isInOpenPair(journey, day))
                        .sorted(
                                Comparator.comparing((Journey journey) ->
                                                journey.person().zone().getId())
                                        .thenComparing(journey -> journey.person().level())
                                        .thenComparing(journey -> journey.person().externalId()))
                        .toList();
        int size = program.circle().map(Program.Circle::max).orElse(2);
        for (int i = 0; i + size <= waiting.size(); i += size) {
            meet(List.copyOf(waiting.subList(i, i + size)), day);
        }
    }

    private void meet(List<Journey> members, int day) {
        pairs.add(members);
        diaries.add(Diary.of(scenario, timeline, members, day));
    }

    private boolean isInOpenPair(Journey journey, int day) {
        return pairs.stream()
                .filter(pair -> pair.contains(journey))
                .anyMatch(pair -> pair.stream().allMatch(member -> member.isPresentOn(day)));
    }

    /** What people do about themselves on the days that are played. */
    Stream<PersonStep> personSteps() {
        return journeys.stream().flatMap(journey -> played(journey.steps()));
    }

    /** What members do about their meetings on the days that are played. */
    Stream<MeetingStep> meetingSteps() {
        return diaries.stream().flatMap(this::played);
    }

    private <S> Stream<S> played(List<Planned<S>> steps) {
        return steps.stream().filter(planned -> planned.day() < scenario.days()).map(Planned::step);
    }

    long people(Class<? extends PersonStep> kind) {
        return personSteps().filter(kind::isInstance).count();
    }

    long meetings(Class<? extends MeetingStep> kind) {
        return meetingSteps().filter(kind::isInstance).count();
    }

    List<Person> matched() {
        return pairs.stream().flatMap(List::stream).map(Journey::person).distinct().toList();
    }

    /** How many meetings somebody does it about. */
    private long about(Class<? extends MeetingStep> kind) {
        return diaries.stream()
                .mapToLong(diary ->
                        played(diary)
                                .filter(kind::isInstance)
                                .map(MeetingStep::meeting)
                                .distinct()
                                .count())
                .sum();
    }

    private long leaversWhoHadEnrolled() {
        return journeys.stream()
                .filter(journey -> played(journey.steps()).anyMatch(Apply.class::isInstance))
                .filter(journey -> played(journey.steps()).anyMatch(Leave.class::isInstance))
                .count();
    }

    /** How much happens on the days that are played. */
    public Amounts amounts() {
        return new Amounts(
                people(Apply.class),
                matched().size(),
                about(Book.class),
                about(Report.class),
                about(Confirm.class),
                about(Miss.class),
                about(Cancel.class),
                about(Move.class),
                meetings(Answer.class),
                people(SetGoal.class),
                people(Achieve.class),
                people(Withdraw.class),
                people(Complete.class),
                leaversWhoHadEnrolled());
    }
}
