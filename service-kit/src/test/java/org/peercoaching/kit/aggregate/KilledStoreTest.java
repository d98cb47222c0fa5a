package org.peercoaching.kit.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peercoaching.events.GoalEvent;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.Topics;
import org.peercoaching.kit.sample.SampleGoal;
import org.peercoaching.store.StoreProcess;
import org.peercoaching.testkit.TopicReader;

/**
 * Writers that change aggregates without a break, and the store on disk that is killed under them.
 * The broker is away, so that every event is still with its aggregate.
 */
class KilledStoreTest {

    private static final int WRITERS = 8;
    private static final int KILLS = 2;
    private static final int CHANGES_UNTIL_A_KILL = 500;

    /** The driver looks for a lost store for 30 s unless it is told otherwise. */
    private static final String IMPATIENT = "?serverSelectionTimeoutMS=2000";

    /** Of one aggregate: fewer than its outbox takes. */
    private static final int CHANGES = 20;

    @TempDir Path directory;

    /** How many changes of each aggregate were tried, and how many of these were acknowledged. */
    private final Map<String, Integer> tried = new ConcurrentHashMap<>();

    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();

    @Test
    void anAcknowledgedChangeIsThereWithItsEventAndAnotherIsThereWholeOrNotAtAll()
            throws Exception {
        try (StoreProcess store = new StoreProcess(directory.resolve("store.mv"))) {
            store.start();
            try (House house = new House(name -> store.uri(name) + IMPATIENT)) {
                AggregateStore<SampleGoal> goals = house.storeWithoutBroker();
                for (int kill = 0; kill < KILLS; kill++) {
                    changeUntilItIsKilled(store, goals);
                    store.start();
                    verify(house, goals);
                }
                assertThat(tried).hasSizeGreaterThan(KILLS * WRITERS);

                house.sweep();
                await().atMost(Duration.ofMinutes(1)).until(() -> house.pending() == 0);
                tried.keySet().forEach(id -> verifyAnnouncements(goals, id));
            }
        }
    }

    private void changeUntilItIsKilled(StoreProcess store, AggregateStore<SampleGoal> goals)
            throws Exception {
        CountDownLatch enough = new CountDownLatch(CHANGES_UNTIL_A_KILL);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(threads.submit(() -> change(goals, enough)));
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            store.kill();
            for (Future<?> writer : writers) {
                writer.get(60, TimeUnit.SECONDS);
            }
        }
    }

    /** One goal after another, until the store is gone. */
    private void change(AggregateStore<SampleGoal> goals, CountDownLatch enough) {
        try {
            while (true) {
                String id = Ids.random();
                for (int change = 1; change <= CHANGES; change++) {
                    int progress = change - 1;
                    tried.put(id, change);
                    goals.handle(
                                    id,
                                    Trigger.internal(),
                                    goal ->
                                            goal.map(known -> known.progress(progress))
                                                    .orElseGet(() ->
                                                            SampleGoal.set(
                                                                    goal, id, "p1", Instant.EPOCH)))
                            .orThrow();
                    acknowledged.put(id, change);
                    enough.countDown();
                }
            }
        } catch (MongoException killed) {
            // What it was about to do may be there, or not.
        }
    }

    private void verify(House house, AggregateStore<SampleGoal> goals) {
        tried.forEach((id, last) -> {
            int certain = acknowledged.getOrDefault(id, 0);
            Optional<Versioned<SampleGoal>> found = goals.find(id);
            if (found.isEmpty()) {
                assertThat(certain).as("acknowledged changes of %s", id).isZero();
                return;
            }
            long changes = found.get().version();
            assertThat(changes).as(id).isBetween((long) certain, (long) last);
            assertThat(found.get().state().progress()).as(id).isEqualTo((int) changes - 1);
            assertThat(house.outbox(id))
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, changes).boxed().toList());
        });
    }

    /** Each event was kept with the state of its change. */
    private static void verifyAnnouncements(AggregateStore<SampleGoal> goals, String id) {
        long changes = goals.find(id).map(Versioned::version).orElse(0L);
        assertThat(
                        TopicReader.events(Topics.GOALS.name(), id).stream()
                                .distinct()
                                .map(PublishedEvent::event)
                                .map(event -> ((GoalEvent) event).goal().progress()))
                .containsExactlyElementsOf(IntStream.range(0, (int) changes).boxed().toList());
    }
}
