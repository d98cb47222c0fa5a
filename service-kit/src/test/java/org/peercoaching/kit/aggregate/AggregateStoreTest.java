package org.peercoaching.kit.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.Topics;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.kit.sample.SampleGoal;
import org.peercoaching.testkit.TopicReader;

/**
 * What every store must do for aggregates: the suite runs against whichever MongoDB is there
 * (MONGODB_URI, else Docker, else the embedded store) and says which.
 */
class AggregateStoreTest {

    private static final Instant NOW = Instant.parse("2026-06-01T09:00:00Z");

    private final House house = house();
    private final String id = Ids.random();

    House house() {
        return new House();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void stateAndEventsAreOneWriteAndOneMoreClearsWhatWasPublished() {
        AggregateStore<SampleGoal> goals = house.store();
        house.operations.clear();
        goals.handle(id, request("k1", "body"), none -> SampleGoal.set(none, id, "p1", NOW))
                .orThrow();
        assertThat(house.operations.before("insert")).containsExactly("find goals", "insert goals");
        await().untilAsserted(() -> assertThat(house.pending()).isZero());
        assertThat(house.operations.all())
                .containsExactly("find goals", "insert goals", "update goals");

        house.operations.clear();
        goals.handle(id, request("k2", "body"), goal -> goal.orElseThrow().progress(10)).orThrow();
        await().untilAsserted(() -> assertThat(house.pending()).isZero());
        assertThat(house.operations.all())
                .containsExactly("find goals", "update goals", "update goals");
    }

    @Test
    void aRetriedCommandTakesEffectOnce() {
        AggregateStore<SampleGoal> goals = house.store();
        Outcome<SampleGoal> first = set(goals, "k1", "body");
        Outcome<SampleGoal> again = set(goals, "k1", "body");
        assertThat(first).isInstanceOf(Outcome.Applied.class);
        assertThat(again).isInstanceOf(Outcome.Repeated.class);
        assertThat(again.orThrow()).isEqualTo(first.orThrow());
        assertThat(published()).hasSize(1);
    }

    @Test
    void aKeyReusedForAnotherBodyIsRefused() {
        AggregateStore<SampleGoal> goals = house.store();
        set(goals, "k1", "body");
        assertThat(refusal(set(goals, "k1", "another body")).code())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void theLast32CommandsAreRemembered() {
        AggregateStore<SampleGoal> goals = house.store();
        set(goals, "k0", "body");
        for (int i = 1; i <= 32; i++) {
            int percent = i;
            goals.handle(id, request("k" + i, "body"), goal -> goal.orElseThrow().progress(percent))
                    .orThrow();
            house.awaitQuiet();
        }
        assertThat(goals.handle(id, request("k1", "body"), goal -> goal.orElseThrow().progress(1)))
                .isInstanceOf(Outcome.Repeated.class);
        assertThat(
                        refusal(
                                        goals.handle(
                                                id,
                                                request("k0", "body"),
                                                goal -> goal.orElseThrow().progress(0)))
                                .code())
                .isEqualTo("backwards");
    }

    @Test
    void aStaleVersionIsRefusedAndNothingChanges() {
        AggregateStore<SampleGoal> goals = house.store();
        set(goals, "k1", "body");
        goals.handle(
                        id,
                        new Trigger.Request(null, "b", 1L),
                        goal -> goal.orElseThrow().progress(10))
                .orThrow();
        Outcome<SampleGoal> stale =
                goals.handle(
                        id,
                        new Trigger.Request(null, "b", 1L),
                        goal -> goal.orElseThrow().progress(20));
        assertThat(refusal(stale).kind()).isEqualTo(Refusal.Kind.STALE);
        assertThat(goals.find(id).orElseThrow().state().progress()).isEqualTo(10);
    }

    @Test
    void anEventOrAnOlderOneOfTheSameSourceChangesNothingTwice() {
        AggregateStore<SampleGoal> goals = house.store();
        set(goals, "k1", "body");
        assertThat(onEvent(goals, "/other/1", 2, 20)).isInstanceOf(Outcome.Applied.class);
        assertThat(onEvent(goals, "/other/1", 2, 30)).isInstanceOf(Outcome.Repeated.class);
        assertThat(onEvent(goals, "/other/1", 1, 30)).isInstanceOf(Outcome.Repeated.class);
        assertThat(onEvent(goals, "/other/2", 1, 30)).isInstanceOf(Outcome.Applied.class);
        assertThat(goals.find(id).orElseThrow().state().progress()).isEqualTo(30);
    }

    @Test
    void whoeverRacesDecidesAgainOnWhatIsThere() {
        AggregateStore<SampleGoal> goals = house.store();
        set(goals, "k", "body");
        try (ExecutorService racers = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 20; i++) {
                String key = "race" + i;
                racers.execute(() ->
                        goals.handle(
                                        id,
                                        request(key, "body"),
                                        goal ->
                                                goal.orElseThrow()
                                                        .progress(
                                                                goal.orElseThrow().progress() + 1))
                                .orThrow());
            }
        }
        Versioned<SampleGoal> goal = goals.find(id).orElseThrow();
        assertThat(goal.state().progress()).isEqualTo(20);
        assertThat(goal.version()).isEqualTo(21);
        await().untilAsserted(() -> assertThat(sequences()).containsExactlyElementsOf(upTo(21)));
    }

    @Test
    void aFullOutboxRefusesUntilTheBrokerIsBack() {
        AggregateStore<SampleGoal> goals = house.storeWithoutBroker();
        set(goals, "k", "body");
        for (int i = 1; i < StoredAggregate.OUTBOX_LIMIT; i++) {
            int percent = i;
            goals.handle(id, request("k" + i, "b"), goal -> goal.orElseThrow().progress(percent))
                    .orThrow();
        }
        Outcome<SampleGoal> full =
                goals.handle(id, request("one-more", "b"), goal -> goal.orElseThrow().progress(99));
        assertThat(refusal(full).code()).isEqualTo("events-waiting");

        house.sweep();
        await().untilAsserted(() -> assertThat(sequences()).containsExactlyElementsOf(upTo(64)));
        await().untilAsserted(() -> assertThat(house.pending()).isZero());
        house.store()
                .handle(id, request("one-more", "b"), goal -> goal.orElseThrow().progress(99))
                .orThrow();
        await().untilAsserted(() -> assertThat(sequences()).containsExactlyElementsOf(upTo(65)));
    }

    @Test
    void whatAnotherProcessLeftUnpublishedGoesOutFirst() {
        set(house.storeWithoutBroker(), "k", "body");
        house.store()
                .handle(id, request("k2", "b"), goal -> goal.orElseThrow().progress(10))
                .orThrow();
        await().untilAsserted(() -> assertThat(sequences()).containsExactly(1L, 2L));
        await().untilAsserted(() -> assertThat(house.pending()).isZero());
    }

    @Test
    void twoProcessesOnOneAggregateMayRepeatButNeverDisorder() {
        AggregateStore<SampleGoal> one = house.store();
        AggregateStore<SampleGoal> other = house.store();
        set(one, "k", "body");
        for (int i = 1; i <= 30; i++) {
            int percent = i;
            (i % 2 == 0 ? one : other)
                    .handle(id, request("k" + i, "b"), goal -> goal.orElseThrow().progress(percent))
                    .orThrow();
        }
        await().untilAsserted(() -> assertThat(house.pending()).isZero());
        assertThat(sequences().stream().distinct()).containsExactlyElementsOf(upTo(31));
    }

    @Test
    void aDocumentOfAnOlderReleaseIsUpcastWhenRead() {
        AggregateStore<SampleGoal> goals =
                house.definition()
                        .upcast(old ->
                                old.append(
                                        "progress",
                                        new BsonInt32(old.getInt32("percent").getValue())))
                        .open();
        MongoCollection<BsonDocument> raw = house.collection();
        raw.insertOne(
                BsonDocument.parse(
                        """
                        {"_id": "%s", "v": {"$numberLong": "1"}, "sv": 1, "seq": {"$numberLong": "0"}, "outbox": [],
                         "commands": [], "seen": {},
                         "state": {"id": "%s", "owner": "p1", "percent": 40, "setAt": {"$date": "2026-01-01T00:00:00Z"}}}
                        """
                                .formatted(id, id)));
        assertThat(goals.find(id).orElseThrow().state().progress()).isEqualTo(40);
        goals.handle(id, Trigger.internal(), goal -> goal.orElseThrow().progress(50)).orThrow();
        BsonDocument stored = raw.find(new BsonDocument("_id", new BsonString(id))).first();
        assertThat(stored)
                .containsEntry("sv", new BsonInt32(2))
                .containsEntry("v", new BsonInt64(2));
    }

    @Test
    void aDocumentOfANewerReleaseIsLeftToIt() {
        AggregateStore<SampleGoal> goals = house.store();
        set(goals, "k", "body");
        house.awaitQuiet();
        BsonDocument self = new BsonDocument("_id", new BsonString(id));
        house.collection().updateOne(self, Updates.set("sv", 2));
        BsonDocument before = house.collection().find(self).first();
        assertThatThrownBy(() ->
                        goals.handle(
                                id, Trigger.internal(), goal -> goal.orElseThrow().progress(50)))
                .isInstanceOf(RefusedException.class)
                .hasMessage("newer-release");
        assertThat(house.collection().find(self).first()).isEqualTo(before);
    }

    @Test
    void theKeyOfACommandThatChangedNothingIsRememberedToo() {
        AggregateStore<SampleGoal> goals = house.store();
        set(goals, "k", "body");
        goals.handle(id, request("idle", "b"), AggregateStoreTest::leaveIt).orThrow();
        assertThat(
                        refusal(goals.handle(id, request("idle", "c"), AggregateStoreTest::leaveIt))
                                .code())
                .isEqualTo("idempotency-key-reused");
        assertThat(goals.handle(id, request("idle", "b"), AggregateStoreTest::leaveIt))
                .isInstanceOf(Outcome.Repeated.class);
    }

    private static Decision<SampleGoal> leaveIt(Optional<SampleGoal> goal) {
        return Decision.accepted(goal.orElseThrow());
    }

    @Test
    void whatWasPublishedIsClearedThoughANewerEventWasWrittenMeanwhile() {
        AggregateStore<SampleGoal> goals = house.storeWithoutBroker();
        set(goals, "k", "body");
        goals.handle(id, request("k1", "b"), goal -> goal.orElseThrow().progress(1)).orThrow();
        try (Clearing clearing = new Clearing((address, upTo) -> {})) {
            clearing.request(new Relay.Address(house.collection(), id), 1, true);
            await().untilAsserted(() -> assertThat(house.outbox(id)).containsExactly(2L));
        }
        assertThat(house.pending()).isEqualTo(1);
    }

    @Test
    void anOutboxThatCannotBeReadHoldsNoOtherUp() {
        house.collection()
                .insertOne(
                        BsonDocument.parse(
                                """
                                {"_id": "0", "due": {"$date": "2026-01-01T00:00:00Z"}, "outbox": [{"seq": "one"}]}\
                                """));
        set(house.storeWithoutBroker(), "k", "body");
        house.sweep();
        await().untilAsserted(() -> assertThat(sequences()).containsExactly(1L));
    }

    @Test
    void whatIsLeftAfterTheStartOfASweeperIsTakenUpByALaterLook() {
        AggregateStore<SampleGoal> goals = house.storeWithoutBroker();
        set(goals, "k", "body");
        house.sweep();
        await().untilAsserted(() -> assertThat(sequences()).containsExactly(1L));

        String later = Ids.random();
        goals.handle(later, Trigger.internal(), none -> SampleGoal.set(none, later, "p1", NOW))
                .orThrow();
        await().untilAsserted(() ->
                assertThat(TopicReader.events(Topics.GOALS.name(), later)).hasSize(1));
        await().untilAsserted(() -> assertThat(house.pending()).isZero());
    }

    @Test
    void theMetersTellHowMuchWaitsAndForHowLong() {
        set(house.storeWithoutBroker(), "k", "body");
        MeterRegistry meters = house.sweepInVain();
        await().untilAsserted(() -> {
            assertThat(meters.get("coaching.outbox.pending").gauge().value()).isEqualTo(1);
            assertThat(meters.get("coaching.outbox.oldest.age").gauge().value())
                    .as("longer than a sweeper's patience")
                    .isGreaterThan(3);
        });
    }

    @Test
    void pagesGoByIdAndEndOnce() {
        AggregateStore<SampleGoal> goals = house.store();
        String owner = Ids.random();
        List<String> ids = IntStream.range(0, 5).mapToObj(i -> Ids.random()).sorted().toList();
        ids.forEach(each ->
                goals.handle(
                                each,
                                Trigger.internal(),
                                none -> SampleGoal.set(none, each, owner, NOW))
                        .orThrow());
        List<Versioned<SampleGoal>> first = goals.findBy("owner", owner, null, 3);
        List<Versioned<SampleGoal>> rest = goals.findBy("owner", owner, first.getLast().id(), 3);
        assertThat(first).extracting(Versioned::id).containsExactlyElementsOf(ids.subList(0, 3));
        assertThat(rest).extracting(Versioned::id).containsExactlyElementsOf(ids.subList(3, 5));
    }

    @Test
    void aRejectionWritesNothing() {
        AggregateStore<SampleGoal> goals = house.store();
        Outcome<SampleGoal> refused =
                goals.handle(
                        id,
                        request("k", "b"),
                        none -> Decision.rejected(Refusal.conflict("no", "No.")));
        assertThat(refusal(refused).code()).isEqualTo("no");
        assertThat(goals.find(id)).isEmpty();
    }

    private Outcome<SampleGoal> set(AggregateStore<SampleGoal> goals, String key, String body) {
        return goals.handle(id, request(key, body), none -> SampleGoal.set(none, id, "p1", NOW));
    }

    private Outcome<SampleGoal> onEvent(
            AggregateStore<SampleGoal> goals, String source, long sequence, int percent) {
        return goals.handle(
                id,
                new Trigger.Event(source, sequence),
                goal -> goal.orElseThrow().progress(percent));
    }

    private static Trigger request(String key, String body) {
        return new Trigger.Request(key, body, null);
    }

    private static Refusal refusal(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).refusal();
    }

    private List<PublishedEvent> published() {
        house.awaitQuiet();
        return TopicReader.events(Topics.GOALS.name(), id);
    }

    private List<Long> sequences() {
        return TopicReader.events(Topics.GOALS.name(), id).stream()
                .map(PublishedEvent::sequence)
                .toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
