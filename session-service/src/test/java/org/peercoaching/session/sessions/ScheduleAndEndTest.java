package org.peercoaching.session.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.CoachingEvent;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.SessionEvent.SessionCancelled;
import org.peercoaching.events.SessionEvent.SessionScheduled;
import org.peercoaching.events.SessionEvent.Status;
import org.peercoaching.events.Topics;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.session.StoreProbe;
import org.peercoaching.session.Town;
import org.peercoaching.session.WholeService;
import org.peercoaching.session.relationships.Booking;
import org.peercoaching.session.relationships.Relationship;
import org.peercoaching.session.relationships.Relationships;
import org.peercoaching.session.relationships.Slot;
import org.peercoaching.testkit.TopicReader;

/** Somebody schedules a session while somebody else ends the relationship. */
@WholeService
class ScheduleAndEndTest {

    private final Town town;
    private final Sessions sessions;
    private final AggregateStore<Session> stored;
    private final Relationships relationships;
    private final CallingOff callingOff;
    private final StoreProbe probe;

    ScheduleAndEndTest(
            Town town,
            Sessions sessions,
            AggregateStore<Session> stored,
            Relationships relationships,
            CallingOff callingOff,
            StoreProbe probe) {
        this.town = town;
        this.sessions = sessions;
        this.stored = stored;
        this.relationships = relationships;
        this.callingOff = callingOff;
        this.probe = probe;
    }

    @BeforeEach
    void people() {
        town.found();
    }

    @Test
    void wheneverTheEndComesTheSessionIsRefusedOrCancelled() {
        List<String> cancelled = new ArrayList<>();
        boolean came = true;
        for (int n = 1; came; n++) {
            String relationship = town.pair().relationshipId();
            String session = Ids.random();
            Trigger.Request request = request();
            boolean[] refused = {false};
            came =
                    probe.interrupt(
                            () -> refused[0] = !schedule(relationship, session, request),
                            n,
                            () -> end(relationship));
            if (!came) {
                end(relationship);
            }
            assertThat(schedule(relationship, session, request))
                    .as("a repeated request gets the same answer; end before operation %d", n)
                    .isEqualTo(!refused[0]);
            await().untilAsserted(() ->
                    assertThat(status(session))
                            .isEqualTo(
                                    refused[0] ? Optional.empty() : Optional.of(Status.CANCELLED)));
            if (!refused[0]) {
                cancelled.add(session);
            }
        }
        assertThat(cancelled).hasSizeGreaterThan(1);
        cancelled.forEach(this::assertScheduledThenCancelled);
    }

    @Test
    void wheneverDuringTheEndSomebodySchedulesTheSessionIsRefusedOrCancelled() {
        List<String> cancelled = new ArrayList<>();
        boolean came = true;
        for (int n = 1; came; n++) {
            String relationship = town.pair().relationshipId();
            schedule(relationship, Ids.random(), request());
            String session = Ids.random();
            Trigger.Request request = request();
            boolean[] scheduled = {false};
            came =
                    probe.interrupt(
                            () -> end(relationship),
                            n,
                            () -> scheduled[0] = schedule(relationship, session, request));
            assertThat(schedule(relationship, session, request))
                    .as("a repeated request gets the same answer; it came before operation %d", n)
                    .isEqualTo(scheduled[0]);
            if (scheduled[0]) {
                cancelled.add(session);
            } else {
                assertThat(status(session)).isEmpty();
            }
        }
        assertThat(cancelled).as("before each operation up to the end's write").hasSize(3);
        cancelled.forEach(this::assertScheduledThenCancelled);
    }

    @Test
    void whatIsListedOfAnotherRelationshipIsNeitherShownNorCalledOff() {
        String ours = town.pair().relationshipId();
        String others = town.match("ben", "cleo").relationshipId();
        String session = Ids.random();
        schedule(ours, session, request());
        Slot slot = new Slot(town.now().plus(Duration.ofDays(5)), 60);
        relationships.book(Town.id("ben"), others, terms -> new Booking(session, slot), request());

        assertThat(sessions.of(Town.id("cleo"), others, null, 10).items()).isEmpty();
        end(others);
        assertThat(status(session)).hasValue(Status.SCHEDULED);
    }

    @Test
    void aRequestThatDiedHalfWayIsRepeatedOrItsSessionCalledOff() {
        int deaths = 0;
        boolean died = true;
        for (int n = 1; died; n++) {
            String relationship = town.pair().relationshipId();
            String session = Ids.random();
            Trigger.Request request = request();
            died = probe.kill(() -> schedule(relationship, session, request), n);
            boolean listed = !relationships.find(relationship).orElseThrow().bookings().isEmpty();
            end(relationship);
            assertThat(schedule(relationship, session, request))
                    .as("died before operation %d", n)
                    .isEqualTo(listed);
            if (listed) {
                assertScheduledThenCancelled(session);
            } else {
                assertThat(status(session)).isEmpty();
            }
            deaths += died ? 1 : 0;
        }
        assertThat(deaths).as("operations it could die before").isEqualTo(4);
    }

    @Test
    void anEndThatDiedHalfWayStillCallsOffEverySession() {
        int deaths = 0;
        boolean died = true;
        for (int n = 1; died; n++) {
            String relationship = town.pair().relationshipId();
            String one = Ids.random();
            String other = Ids.random();
            schedule(relationship, one, request());
            schedule(relationship, other, request());
            Trigger.Request request = request();
            died = probe.kill(() -> relationships.endBy(Town.id("ben"), relationship, request), n);
            if (died) {
                relationships.endBy(Town.id("ben"), relationship, request);
            }
            for (String session : List.of(one, other)) {
                await().untilAsserted(() -> assertThat(status(session)).hasValue(Status.CANCELLED));
                assertScheduledThenCancelled(session);
            }
            deaths += died ? 1 : 0;
        }
        assertThat(deaths).as("operations it could die before").isEqualTo(3);
    }

    @Test
    void aCallingOffThatDiedHalfWayIsTakenUpAgain() {
        int deaths = 0;
        boolean died = true;
        for (int n = 1; died; n++) {
            String relationship = town.pair().relationshipId();
            String one = Ids.random();
            String other = Ids.random();
            schedule(relationship, one, request());
            schedule(relationship, other, request());
            try (StoreProbe.Death death = probe.killReaction(n, relationship, one, other)) {
                relationships.endBy(Town.id("ben"), relationship, request());
                for (String session : List.of(one, other)) {
                    await().untilAsserted(
                                    () -> assertThat(status(session)).hasValue(Status.CANCELLED));
                    assertScheduledThenCancelled(session);
                }
                died = death.hasCome();
            }
            deaths += died ? 1 : 0;
        }
        assertThat(deaths).as("two looks, and a read and a write per session").isEqualTo(6);
    }

    private boolean schedule(String relationship, String session, Trigger.Request request) {
        Instant start = town.now().plus(Duration.ofDays(5));
        try {
            sessions.schedule(Town.id("anna"), relationship, session, start, 60, request);
            return true;
        } catch (RefusedException refused) {
            assertThat(refused.refusal().code()).isEqualTo("relationship-ended");
            return false;
        }
    }

    /** Ends the relationship and calls its sessions off, as the service's own event makes it do. */
    private void end(String id) {
        relationships.endBy(Town.id("ben"), id, request());
        Relationship ended = relationships.find(id).orElseThrow();
        callingOff.callOff(Trigger.internal(), ended);
    }

    private Optional<Status> status(String session) {
        return stored.find(session).map(found -> found.state().status());
    }

    private void assertScheduledThenCancelled(String session) {
        await().untilAsserted(() -> {
            List<CoachingEvent> events =
                    TopicReader.events(Topics.SESSIONS.name(), session).stream()
                            .distinct()
                            .map(PublishedEvent::event)
                            .toList();
            assertThat(events)
                    .hasExactlyElementsOfTypes(SessionScheduled.class, SessionCancelled.class);
        });
    }

    private static Trigger.Request request() {
        return new Trigger.Request(Ids.random(), "body", null);
    }
}
