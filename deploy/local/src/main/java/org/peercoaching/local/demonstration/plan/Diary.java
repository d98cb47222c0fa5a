package org.peercoaching.local.demonstration.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.peercoaching.local.demonstration.people.Person;
import org.peercoaching.local.demonstration.plan.MeetingStep.Book;
import org.peercoaching.local.demonstration.plan.MeetingStep.Cancel;
import org.peercoaching.local.demonstration.plan.MeetingStep.Miss;
import org.peercoaching.local.demonstration.plan.MeetingStep.Move;

/** All that the members of one relationship do about their meetings, from its start to its end. */
public final class Diary {

    private static final double LAPSES = 0.06;
    private static final double MOVED = 0.12;

    /** Nobody books a meeting that begins at once. */
    private static final Duration NOTICE = Duration.ofHours(2);

    private final Program program;
    private final Timeline timeline;
    private final Members members;
    private final Dice dice;
    private final Duration length;
    private final double reliability;
    private final List<Planned<MeetingStep>> steps = new ArrayList<>();

    private Diary(Scenario scenario, Timeline timeline, Members members) {
        this.program = members.program();
        this.timeline = timeline;
        this.members = members;
        dice = Dice.about(scenario, "diary", members.name());
        length = Duration.ofMinutes(program.sessionMinutes());
        reliability = scenario.reliability() + 0.17 * dice.share();
    }

    /**
     * What members do, in order.
     *
     * @param journeys of the members
     * @param startedOn the day of the round
     */
    public static List<Planned<MeetingStep>> of(
            Scenario scenario, Timeline timeline, List<Journey> journeys, int startedOn) {
        Diary diary = new Diary(scenario, timeline, new Members(journeys));
        diary.fill(startedOn);
        return diary.steps.stream().sorted(Comparator.comparingInt(Planned::day)).toList();
    }

    /** What becomes of a meeting. */
    private enum Fate {
        HELD,
        MISSED,
        CANCELLED,
        CANCELLED_LATE
    }

    private void fill(int startedOn) {
        int wanted = startedOn + dice.between(3, 9);
        int bookedOn = timeline.workday(startedOn + dice.between(1, 2));
        int meetings = dice.chance(LAPSES) ? dice.between(1, 4) : Integer.MAX_VALUE;
        for (int meeting = 0; meeting < meetings && canBookOn(bookedOn); meeting++) {
            Instant start = startFrom(Math.max(wanted, bookedOn), bookedOn);
            List<Person> present = members.presentOn(bookedOn);
            steps.add(new Planned<>(bookedOn, new Book(meeting, dice.any(present), start)));
            Optional<Integer> settledOn = settle(meeting, start, bookedOn);
            if (settledOn.isEmpty()) {
                return;
            }
            wanted = timeline.lastDayBefore(start) + program.cadenceDays() + dice.between(-4, 1);
            bookedOn = timeline.workday(settledOn.get() + dice.between(0, 2));
        }
    }

    private boolean canBookOn(int day) {
        return day < timeline.days() && day < members.lastDay();
    }

    private Instant startFrom(int day, int bookedOn) {
        Instant earliest = timeline.moment(bookedOn).plus(NOTICE);
        for (int from = day; ; from++) {
            Instant start =
                    members.meetingTime(
                            timeline.date(from).atStartOfDay(ZoneOffset.UTC).toInstant(),
                            length,
                            dice);
            if (start.isAfter(earliest)) {
                return start;
            }
        }
    }

    /**
     * What happens to a meeting after it was booked.
     *
     * @return the day on which all is said about it; empty if the relationship ends before it
     */
    private Optional<Integer> settle(int meeting, Instant start, int bookedOn) {
        int lastChance = timeline.lastDayBefore(start);
        Fate fate = fate();
        int day = timeline.workday(bookedOn + 1 + dice.between(0, 3));
        boolean movable = day <= lastChance && day < members.lastDay();
        if (fate == Fate.HELD && movable && dice.chance(MOVED)) {
            Instant later = startFrom(lastChance + dice.between(2, 5), day);
            steps.add(new Planned<>(day, new Move(meeting, memberOn(day), later)));
            return report(meeting, later);
        }
        return switch (fate) {
            case HELD -> report(meeting, start);
            case MISSED -> miss(meeting, start);
            case CANCELLED -> day < lastChance ? cancel(meeting, day) : cancel(meeting, lastChance);
            case CANCELLED_LATE -> cancel(meeting, lastChance);
        };
    }

    private Fate fate() {
        double share = dice.share();
        if (share < reliability) {
            return Fate.HELD;
        }
        double rest = (share - reliability) / (1 - reliability);
        if (rest < 0.4) {
            return Fate.MISSED;
        }
        return rest < 0.7 ? Fate.CANCELLED : Fate.CANCELLED_LATE;
    }

    private Optional<Integer> cancel(int meeting, int day) {
        if (day >= members.lastDay()) {
            return Optional.empty();
        }
        steps.add(new Planned<>(day, new Cancel(meeting, memberOn(day))));
        return Optional.of(day);
    }

    private Optional<Integer> miss(int meeting, Instant start) {
        int day = timeline.workday(timeline.firstDayAfter(start.plus(length)) + dice.between(0, 2));
        if (hasEndedBy(start) || members.presentOn(day).isEmpty()) {
            return Optional.empty();
        }
        steps.add(new Planned<>(day, new Miss(meeting, memberOn(day))));
        return Optional.of(day);
    }

    private Optional<Integer> report(int meeting, Instant start) {
        if (hasEndedBy(start)) {
            return Optional.empty();
        }
        HeldMeeting held = new HeldMeeting(timeline, members, meeting, dice);
        List<Planned<MeetingStep>> afterwards = held.from(start, length);
        steps.addAll(afterwards);
        return afterwards.stream().map(Planned::day).findFirst();
    }

    private boolean hasEndedBy(Instant start) {
        return members.lastDay() < timeline.days()
                && start.isAfter(timeline.moment(members.lastDay()));
    }

    private Person memberOn(int day) {
        return dice.any(members.presentOn(day));
    }
}
