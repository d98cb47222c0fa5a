package org.peercoaching.analytics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.peercoaching.events.CoachingEvent;
import org.peercoaching.events.EnrollmentEvent;
import org.peercoaching.events.EnrollmentEvent.Enrollment;
import org.peercoaching.events.ExchangeEvent;
import org.peercoaching.events.GoalEvent;
import org.peercoaching.events.Member;
import org.peercoaching.events.ProgramEvent;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.RelationshipEvent;
import org.peercoaching.events.SessionEvent;
import org.peercoaching.events.SessionEvent.Session;
import org.peercoaching.events.TallyEvent;

/** A made-up organization: what happened to each of its subjects, as the services announce it. */
public final class World {

    public static final String PROGRAM = "spring";
    public static final Instant BEGINNING = Instant.parse("2026-03-02T08:00:00Z");
    public static final int DAYS = 60;
    public static final List<String> UNITS =
            List.of("/sales", "/sales/north", "/sales/south", "/tech", "/tech/core");

    private final RandomGenerator random;
    private final List<PublishedEvent> events = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<Enrollment> enrollments = new ArrayList<>();

    private World(RandomGenerator random) {
        this.random = random;
    }

    /** The events of a world, each aggregate's in order. */
    public static List<PublishedEvent> events(RandomGenerator random, int people) {
        World world = new World(random);
        for (int i = 0; i < people; i++) {
            world.enrollments.add(world.enroll());
        }
        for (int i = 0; i + 1 < people; ) {
            int size = Math.min(world.size(), people - i);
            world.relate(world.enrollments.subList(i, i + size));
            i += size;
        }
        for (int i = 0; i < people / 6; i++) {
            world.tally(i);
        }
        return world.events;
    }

    private Enrollment enroll() {
        String id = id();
        String person = id();
        String unit = UNITS.get(random.nextInt(UNITS.size()));
        Instant applied = day(random.nextInt(10));
        Instant ready = later(applied, 5);
        Instant ended = random.nextInt(3) == 0 ? later(ready, 80) : null;
        boolean completed = random.nextBoolean();
        say(
                id,
                applied,
                new EnrollmentEvent.EnrollmentApproved(
                        Announced.enrollment(
                                PROGRAM, id, person, unit, applied, null, null, false)));
        if (random.nextInt(8) == 0) {
            return Announced.enrollment(PROGRAM, id, person, unit, applied, null, null, false);
        }
        say(
                id,
                ready,
                new EnrollmentEvent.CharterAccepted(
                        Announced.enrollment(
                                PROGRAM, id, person, unit, applied, ready, null, false)));
        Enrollment last =
                Announced.enrollment(PROGRAM, id, person, unit, applied, ready, ended, completed);
        if (ended != null) {
            say(
                    id,
                    ended,
                    completed
                            ? new EnrollmentEvent.EnrollmentCompleted(last)
                            : new EnrollmentEvent.EnrollmentWithdrawn(last));
        }
        return last;
    }

    /** Pairs mostly, else a trio or a circle. */
    private int size() {
        return random.nextInt(3) > 0 ? 2 : random.nextInt(3, 9);
    }

    private void relate(List<Enrollment> group) {
        List<Instant> ready =
                group.stream().map(Enrollment::readyAt).filter(Objects::nonNull).toList();
        if (ready.size() < group.size() || random.nextInt(6) == 0) {
            return;
        }
        Instant started = later(Collections.max(ready), 4);
        Instant ended = random.nextInt(3) == 0 ? later(started, 70) : null;
        List<Member> members = group.stream().map(Announced::member).toList();
        String id = id();
        say(
                id,
                started,
                new RelationshipEvent.RelationshipStarted(
                        Announced.relationship(PROGRAM, id, members, started, null)));
        if (ended != null) {
            say(
                    id,
                    ended,
                    new RelationshipEvent.RelationshipEnded(
                            Announced.relationship(PROGRAM, id, members, started, ended)));
        }
        Instant at = started;
        for (int i = random.nextInt(7); i > 0; i--) {
            at = later(at, 12);
            meet(id, members, at);
        }
        for (Enrollment each : group) {
            if (random.nextInt(6) > 0) {
                goal(each, later(started, 20));
            }
        }
        if (random.nextInt(4) == 0 && ended != null) {
            String second = id();
            Instant again = later(ended, 3);
            say(
                    second,
                    again,
                    new RelationshipEvent.RelationshipStarted(
                            Announced.relationship(PROGRAM, second, members, again, null)));
        }
    }

    private void meet(String relationship, List<Member> members, Instant startsAt) {
        String id = id();
        Instant moved = random.nextInt(4) == 0 ? later(startsAt, 3) : startsAt;
        say(
                id,
                startsAt,
                new SessionEvent.SessionScheduled(
                        session(
                                id,
                                relationship,
                                members,
                                startsAt,
                                SessionEvent.Status.SCHEDULED)));
        if (!moved.equals(startsAt)) {
            say(
                    id,
                    startsAt,
                    new SessionEvent.SessionMoved(
                            session(
                                    id,
                                    relationship,
                                    members,
                                    moved,
                                    SessionEvent.Status.SCHEDULED)));
        }
        switch (random.nextInt(6)) {
            case 0 ->
                    say(
                            id,
                            moved,
                            new SessionEvent.SessionMissed(
                                    session(
                                            id,
                                            relationship,
                                            members,
                                            moved,
                                            SessionEvent.Status.MISSED)));
            case 1 ->
                    say(
                            id,
                            moved,
                            new SessionEvent.SessionCancelled(
                                    session(
                                            id,
                                            relationship,
                                            members,
                                            moved,
                                            SessionEvent.Status.CANCELLED_LATE)));
            case 2 -> {}
            default -> {
                Session held =
                        session(id, relationship, members, moved, SessionEvent.Status.REPORTED);
                say(id, moved, new SessionEvent.SessionCompleted(held));
                exchange(id, relationship, members, moved);
                if (random.nextInt(10) == 0) {
                    // One said it took place, the other that it did not: the last word counts.
                    say(
                            id,
                            later(moved, 2),
                            new SessionEvent.SessionMissed(
                                    session(
                                            id,
                                            relationship,
                                            members,
                                            moved,
                                            SessionEvent.Status.MISSED)));
                }
            }
        }
    }

    private Session session(
            String id,
            String relationship,
            List<Member> members,
            Instant startsAt,
            SessionEvent.Status status) {
        if (members.size() > 2) {
            return Announced.circle(PROGRAM, id, relationship, members, startsAt, status, random);
        }
        boolean together = status.held() && random.nextInt(20) > 0;
        return Announced.session(
                PROGRAM,
                id,
                relationship,
                members,
                startsAt,
                status,
                together ? 10 + random.nextInt(40) : 0,
                together ? random.nextInt(50) : 0);
    }

    private void exchange(
            String session, String relationship, List<Member> members, Instant askedAt) {
        String id = "x-" + session;
        Member first = members.getFirst();
        say(
                id,
                askedAt,
                new ExchangeEvent.FeedbackRequested(
                        first.participantId(),
                        Announced.exchange(id, session, relationship, members, askedAt, 0)));
        int answers = random.nextInt(members.size() + 1);
        for (int i = 1; i <= answers; i++) {
            say(
                    id,
                    askedAt,
                    new ExchangeEvent.FeedbackGiven(
                            members.get(i - 1).participantId(),
                            Announced.exchange(id, session, relationship, members, askedAt, i)));
        }
    }

    private void goal(Enrollment owner, Instant setAt) {
        String id = id();
        Instant achieved = random.nextBoolean() ? later(setAt, 40) : null;
        say(id, setAt, new GoalEvent.GoalSet(Announced.goal(id, owner, setAt, null)));
        if (achieved != null) {
            say(
                    id,
                    achieved,
                    new GoalEvent.GoalAchieved(Announced.goal(id, owner, setAt, achieved)));
        }
    }

    private void tally(int number) {
        LocalDate day = LocalDate.ofInstant(day(random.nextInt(DAYS)), ZoneOffset.UTC);
        String week =
                String.format(
                        Locale.ROOT,
                        "%d-W%02d",
                        day.get(IsoFields.WEEK_BASED_YEAR),
                        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        List<Integer> counts = List.of(0, 1, random.nextInt(4), random.nextInt(6), 5);
        int answers = counts.stream().mapToInt(Integer::intValue).sum();
        say(
                "t-" + number,
                day(DAYS),
                new TallyEvent.FeedbackTallied(
                        new TallyEvent.Tally(
                                "t-" + number,
                                PROGRAM,
                                UNITS.get(random.nextInt(UNITS.size())),
                                ProgramEvent.Method.ONE_ON_ONE,
                                week,
                                answers,
                                5 + random.nextInt(3),
                                5,
                                List.of(
                                        new TallyEvent.Histogram(
                                                TallyEvent.Dimension.USEFULNESS, counts)))));
    }

    private void say(String aggregate, Instant at, CoachingEvent event) {
        long sequence = sequences.merge(aggregate, 1L, Long::sum);
        events.add(new PublishedEvent(aggregate, sequence, at, null, event));
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private Instant day(int number) {
        return BEGINNING
                .plus(Duration.ofDays(number))
                .plus(Duration.ofMinutes(random.nextInt(600)));
    }

    /** Up to some days later; often the same day. */
    private Instant later(Instant at, int days) {
        return at.plus(Duration.ofHours(random.nextInt(days * 24)));
    }
}
