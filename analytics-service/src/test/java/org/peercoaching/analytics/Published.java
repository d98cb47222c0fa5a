package org.peercoaching.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.peercoaching.events.ParticipantEvent;
import org.peercoaching.events.ProgramEvent;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.kit.security.LoginKeys;
import org.peercoaching.testkit.TestPlatform;
import org.peercoaching.testkit.TopicWriter;

/** Puts a world on the topics. */
public final class Published {

    private Published() {}

    /** The events, and last the program, whose periods are long over. */
    public static void world(List<PublishedEvent> events, String... managers) {
        events(events);
        program(World.PROGRAM, managers);
    }

    /** Events. */
    static void events(List<PublishedEvent> events) {
        for (PublishedEvent event : events) {
            TopicWriter.publish(event.aggregateId(), event.sequence(), event.event());
        }
    }

    /** A program. */
    public static void program(String id, String... managers) {
        TopicWriter.publish(
                id,
                1,
                new ProgramEvent.ProgramOpened(
                        new ProgramEvent.Program(
                                id,
                                List.of(managers),
                                List.of("listening"),
                                ProgramEvent.Method.ONE_ON_ONE,
                                null,
                                14,
                                60,
                                1,
                                World.BEGINNING,
                                Instant.parse("2026-06-20T00:00:00Z").plus(Duration.ofDays(1)),
                                ProgramEvent.Status.OPEN)));
    }

    /** A person of the directory. */
    public static void person(String id, String login) {
        TopicWriter.publish(
                id,
                1,
                new ParticipantEvent.ParticipantRegistered(
                        new ParticipantEvent.Participant(
                                id,
                                "/sales",
                                ParticipantEvent.Status.ACTIVE,
                                new LoginKeys(TestPlatform.ORGANIZATION_SECRET).keyOf(login))));
    }
}
