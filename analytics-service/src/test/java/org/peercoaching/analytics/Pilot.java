package org.peercoaching.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.peercoaching.events.CoachingEvent;
import org.peercoaching.events.EnrollmentEvent;
import org.peercoaching.events.EnrollmentEvent.Enrollment;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.RelationshipEvent;
import org.peercoaching.events.SessionEvent;

/**
 * A small program, long over: 22 people of one unit, of whom two wait for a partner and twenty meet
 * in pairs. In the second week two of the ten pairs meet and the others miss it; in the next two
 * all meet.
 */
final class Pilot {

    static final String PROGRAM = "pilot";
    static final String UNIT = "/support";

    private static final int PAIRS = 10;
    private static final int PAIRS_OF_THE_SECOND_WEEK = 2;

    static final List<PublishedEvent> EVENTS = events();

    private Pilot() {}

    private static List<PublishedEvent> events() {
        List<PublishedEvent> events = new ArrayList<>();
        for (int i = 0; i < 2 * PAIRS + 2; i++) {
            say(
                    events,
                    "pilot-e-" + i,
                    World.BEGINNING,
                    new EnrollmentEvent.CharterAccepted(enrollment(i)));
        }
        for (int pair = 0; pair < PAIRS; pair++) {
            meet(events, pair);
        }
        return events;
    }

    private static void meet(List<PublishedEvent> events, int pair) {
        var members =
                List.of(
                        Announced.member(enrollment(2 * pair)),
                        Announced.member(enrollment(2 * pair + 1)));
        String id = "pilot-r-" + pair;
        Instant matched = World.BEGINNING.plus(Duration.ofDays(1));
        say(
                events,
                id,
                matched,
                new RelationshipEvent.RelationshipStarted(
                        Announced.relationship(PROGRAM, id, members, matched, null)));
        for (int week = 1; week <= 3; week++) {
            boolean held = week > 1 || pair < PAIRS_OF_THE_SECOND_WEEK;
            Instant at = World.BEGINNING.plus(Duration.ofDays(7L * week));
            String session = "pilot-s-" + pair + "-" + week;
            var told =
                    Announced.session(
                            PROGRAM,
                            session,
                            id,
                            members,
                            at,
                            held ? SessionEvent.Status.REPORTED : SessionEvent.Status.MISSED,
                            held ? 30 : 0,
                            held ? 30 : 0);
            say(
                    events,
                    session,
                    at,
                    held
                            ? new SessionEvent.SessionCompleted(told)
                            : new SessionEvent.SessionMissed(told));
        }
    }

    private static Enrollment enrollment(int number) {
        return Announced.enrollment(
                PROGRAM,
                "pilot-e-" + number,
                "pilot-p-" + number,
                UNIT,
                World.BEGINNING,
                World.BEGINNING,
                null,
                false);
    }

    private static void say(
            List<PublishedEvent> events, String aggregate, Instant at, CoachingEvent event) {
        events.add(new PublishedEvent(aggregate, 1, at, null, event));
    }
}
