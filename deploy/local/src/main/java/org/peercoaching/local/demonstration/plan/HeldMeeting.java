package org.peercoaching.local.demonstration.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.peercoaching.local.demonstration.people.Person;
import org.peercoaching.local.demonstration.plan.MeetingStep.About;
import org.peercoaching.local.demonstration.plan.MeetingStep.Answer;
import org.peercoaching.local.demonstration.plan.MeetingStep.Confirm;
import org.peercoaching.local.demonstration.plan.MeetingStep.Keep;
import org.peercoaching.local.demonstration.plan.MeetingStep.Promise;
import org.peercoaching.local.demonstration.plan.MeetingStep.Report;
import org.peercoaching.local.demonstration.plan.MeetingStep.Turn;

/**
 * A meeting that took place: the report, its confirmation, what was promised, the feedback.
 *
 * @param number which meeting of the relationship
 */
record HeldMeeting(Timeline timeline, Members members, int number, Dice dice) {

    private static final double CONFIRMED = 0.85;
    private static final double CONFIRMED_IN_CIRCLE = 0.45;
    private static final double ABSENT_FROM_CIRCLE = 0.1;
    private static final int FEWEST_OF_CIRCLE = 3;
    private static final double ANSWERED = 0.84;
    private static final double PROMISED = 0.3;
    private static final double KEPT = 0.6;
    private static final double WITH_WORDS = 0.6;

    /** More or less than planned. */
    private static final List<Integer> DIFFERENCES = List.of(-15, -10, -5, 0, 0, 0, 0, 5, 10);

    private static final List<Integer> REPORT_DELAYS = List.of(0, 0, 0, 1, 1, 2);
    private static final int UNEVEN = 6;
    private static final int LOWEST = 1;
    private static final int HIGHEST = 5;

    /** What is done after it; the report first, and nothing where nobody is left to report it. */
    List<Planned<MeetingStep>> from(Instant start, Duration planned) {
        int minutes = (int) planned.toMinutes() + dice.any(DIFFERENCES);
        Duration longest = Duration.ofMinutes(Math.max(minutes, planned.toMinutes()));
        int day =
                timeline.workday(
                        timeline.firstDayAfter(start.plus(longest)) + dice.any(REPORT_DELAYS));
        List<Person> present = members.presentOn(day);
        if (present.isEmpty()) {
            return List.of();
        }
        Person reporter = dice.any(present);
        List<Person> absent = absent(reporter);
        List<Person> there =
                members.people().stream().filter(Predicate.not(absent::contains)).toList();
        List<Planned<MeetingStep>> steps = new ArrayList<>();
        steps.add(
                new Planned<>(
                        day, new Report(number, reporter, minutes, turns(there, minutes), absent)));
        promises(steps, day, reporter);
        there.stream()
                .filter(Predicate.not(reporter::equals))
                .forEach(other -> confirms(steps, day, other));
        there.forEach(giver -> answers(steps, day, giver, there));
        return steps;
    }

    private boolean isCircle() {
        return members.program().circle().isPresent();
    }

    /** A circle meets without some of its members, too, as long as three are there. */
    private List<Person> absent(Person reporter) {
        return isCircle()
                ? members.othersThan(reporter).stream()
                        .filter(other -> dice.chance(ABSENT_FROM_CIRCLE))
                        .limit(members.people().size() - FEWEST_OF_CIRCLE)
                        .toList()
                : List.of();
    }

    /**
     * Everybody is coached once, by the next or by all others of a circle; who begins changes from
     * meeting to meeting.
     */
    private List<Turn> turns(List<Person> people, int minutes) {
        int each = minutes / people.size();
        int more = people.size() == 2 ? dice.between(-UNEVEN, UNEVEN) : 0;
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            Person coachee = people.get((number + i) % people.size());
            Person next = people.get((number + i + 1) % people.size());
            Optional<Person> coach = isCircle() ? Optional.empty() : Optional.of(next);
            turns.add(new Turn(coach, coachee, i == 0 ? each + more : each - more));
        }
        return turns;
    }

    private void promises(List<Planned<MeetingStep>> steps, int day, Person owner) {
        if (!dice.chance(PROMISED)) {
            return;
        }
        int due = day + dice.between(5, 12);
        steps.add(
                new Planned<>(
                        day,
                        new Promise(number, owner, Phrases.promise(dice), timeline.date(due))));
        int kept = timeline.workday(due - dice.between(0, 3));
        if (dice.chance(KEPT) && members.presentOn(kept).contains(owner)) {
            steps.add(new Planned<>(kept, new Keep(number, owner)));
        }
    }

    private void confirms(List<Planned<MeetingStep>> steps, int reportedOn, Person other) {
        int day = timeline.workday(reportedOn + dice.between(0, 2));
        double confirmed = isCircle() ? CONFIRMED_IN_CIRCLE : CONFIRMED;
        if (dice.chance(confirmed) && members.presentOn(day).contains(other)) {
            steps.add(new Planned<>(day, new Confirm(number, other)));
        }
    }

    /** In time: the window is seven days. */
    private void answers(
            List<Planned<MeetingStep>> steps, int reportedOn, Person giver, List<Person> there) {
        int day = timeline.workday(reportedOn + 1 + dice.between(0, 3));
        if (dice.chance(ANSWERED) && members.presentOn(day).contains(giver)) {
            List<About> about =
                    there.stream().filter(Predicate.not(giver::equals)).map(this::about).toList();
            steps.add(new Planned<>(day, new Answer(number, giver, about)));
        }
    }

    /** People grow into it: the later the meeting, the better. */
    private About about(Person peer) {
        double usual = 3.2 + dice.share() + Math.min(0.6, number * 0.06);
        return new About(
                peer,
                rating(usual),
                rating(usual),
                rating(usual + 0.3),
                rating(usual - 0.4),
                rating(usual + 0.1),
                dice.chance(WITH_WORDS) ? Phrases.feedback(dice) : "");
    }

    private int rating(double usual) {
        return Math.clamp(Math.round(usual + dice.share() * 2 - 1), LOWEST, HIGHEST);
    }
}
