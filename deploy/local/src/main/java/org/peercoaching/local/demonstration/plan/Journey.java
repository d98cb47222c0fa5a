package org.peercoaching.local.demonstration.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.peercoaching.local.demonstration.people.Person;
import org.peercoaching.local.demonstration.plan.PersonStep.AcceptCharter;
import org.peercoaching.local.demonstration.plan.PersonStep.Apply;
import org.peercoaching.local.demonstration.plan.PersonStep.Complete;
import org.peercoaching.local.demonstration.plan.PersonStep.Leave;
import org.peercoaching.local.demonstration.plan.PersonStep.Orient;
import org.peercoaching.local.demonstration.plan.PersonStep.Withdraw;

/**
 * One person's way through a program.
 *
 * @param person whose it is
 * @param program that they take part in, if they do in any
 * @param steps in the order of their days; those beyond the days that are played included
 */
public record Journey(Person person, Program program, List<Planned<PersonStep>> steps) {

    /** Heads of departments and the chief coach elsewhere. */
    private static final int HIGHEST_LEVEL = 8;

    private static final double LATE = 0.08;
    private static final double NEVER_READY = 0.04;
    private static final double LEAVES = 0.025;
    private static final double WITHDRAWS = 0.05;
    private static final double COMPLETES_EARLY = 0.08;

    /** Before this share of the time nobody has had enough of it. */
    private static final double EARLIEST_COMPLETION = 0.55;

    /** The journey that a person makes: through the first program in which they enroll. */
    public static Journey of(Scenario scenario, Timeline timeline, Person person) {
        List<Journey> all =
                scenario.programs().stream()
                        .map(program -> of(scenario, program, timeline, person))
                        .toList();
        return all.stream().filter(Journey::enrolls).findFirst().orElse(all.getFirst());
    }

    private static Journey of(
            Scenario scenario, Program program, Timeline timeline, Person person) {
        if (person.login().equals(Scenario.PROGRAM_MANAGER)) {
            return new Journey(person, program, List.of());
        }
        String way = program.circle().isPresent() ? "journey in a circle" : "journey";
        Dice dice = Dice.about(scenario, way, person.externalId());
        boolean enrolls = dice.chance(program.enrolling()) && person.level() <= HIGHEST_LEVEL;
        List<Planned<PersonStep>> steps = new ArrayList<>();
        if (enrolls) {
            steps.addAll(enrollment(program, timeline, dice));
        }
        boolean ready = steps.stream().anyMatch(planned -> planned.step() instanceof AcceptCharter);
        int since = steps.isEmpty() ? 1 : steps.getLast().day();
        if (ready) {
            steps.addAll(Goals.of(scenario, program, timeline, person, since));
        }
        steps.addAll(exit(scenario, program, timeline, dice, since, enrolls, ready));
        return new Journey(person, program, inOrder(steps));
    }

    private boolean enrolls() {
        return steps.stream().anyMatch(planned -> planned.step() instanceof Apply);
    }

    private static List<Planned<PersonStep>> enrollment(
            Program program, Timeline timeline, Dice dice) {
        int applies = timeline.workday(applies(program, dice));
        int orients = timeline.workday(applies + dice.between(0, 2));
        int accepts = timeline.workday(orients + dice.between(0, 2));
        Planned<PersonStep> apply = new Planned<>(applies, new Apply());
        Planned<PersonStep> orient = new Planned<>(orients, new Orient());
        if (dice.chance(NEVER_READY)) {
            return dice.chance(0.5) ? List.of(apply) : List.of(apply, orient);
        }
        return List.of(apply, orient, new Planned<>(accepts, new AcceptCharter()));
    }

    /** Most in the first days, some late, in time for the second round. */
    private static int applies(Program program, Dice dice) {
        int inFirstDays =
                program.startsOn()
                        + 1
                        + (int) (program.enrollmentDays() * dice.share() * dice.share());
        int late = dice.between(program.roundDays().getFirst(), program.roundDays().getLast() - 3);
        return dice.chance(LATE) ? late : inFirstDays;
    }

    /** At most one of the ways out. */
    private static List<Planned<PersonStep>> exit(
            Scenario scenario,
            Program program,
            Timeline timeline,
            Dice dice,
            int since,
            boolean enrolls,
            boolean ready) {
        int soonest = since + program.cadenceDays();
        int anyDay = timeline.workday(soonest + (int) ((scenario.days() - soonest) * dice.share()));
        int lateDay =
                timeline.workday(
                        (int)
                                (scenario.days()
                                        * (EARLIEST_COMPLETION
                                                + (1 - EARLIEST_COMPLETION) * dice.share())));
        double fate = dice.share();
        if (fate < LEAVES) {
            return List.of(new Planned<>(anyDay, new Leave()));
        }
        if (enrolls && fate < LEAVES + WITHDRAWS) {
            return List.of(new Planned<>(anyDay, new Withdraw()));
        }
        return ready && lateDay > soonest && fate < LEAVES + WITHDRAWS + COMPLETES_EARLY
                ? List.of(new Planned<>(lateDay, new Complete()))
                : List.of();
    }

    /** On their last day people do nothing but go. */
    private static List<Planned<PersonStep>> inOrder(List<Planned<PersonStep>> steps) {
        OptionalInt exit = exitDay(steps);
        return steps.stream()
                .filter(planned ->
                        exit.isEmpty()
                                || planned.day() < exit.getAsInt()
                                || planned.step().isExit())
                .sorted(Comparator.comparingInt(Planned::day))
                .toList();
    }

    private static OptionalInt exitDay(List<Planned<PersonStep>> steps) {
        return steps.stream()
                .filter(planned -> planned.step().isExit())
                .mapToInt(Planned::day)
                .findFirst();
    }

    /** What the person does on a day, in order. */
    public Stream<PersonStep> on(int day) {
        return steps.stream().filter(planned -> planned.day() == day).map(Planned::step);
    }

    /** From which day on the person takes no part any more. */
    OptionalInt exitDay() {
        return exitDay(steps);
    }

    /** Whether the person takes part on a day and can be matched. */
    public boolean isReadyOn(int day) {
        return isPresentOn(day)
                && steps.stream()
                        .anyMatch(planned ->
                                planned.step() instanceof AcceptCharter && planned.day() < day);
    }

    /** Whether the person still takes part on a day. */
    public boolean isPresentOn(int day) {
        return exitDay().isEmpty() || day < exitDay().getAsInt();
    }
}
