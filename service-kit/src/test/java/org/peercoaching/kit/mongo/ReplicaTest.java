package org.peercoaching.kit.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.testkit.TestStore;

class ReplicaTest {

    /** All that a state may be made of. */
    public record State(
            String id,
            int number,
            @Nullable String maybe,
            Instant at,
            LocalDate on,
            DayOfWeek day,
            List<Shape> shapes,
            Map<String, Long> counts) {}

    /** A sealed type. */
    public sealed interface Shape {}

    /** One kind of it. */
    public record Circle(int radius) implements Shape {}

    /** Another, which holds more of it. */
    public record Group(List<Shape> parts) implements Shape {}

    private final String name = "replica-" + Ids.random().substring(0, 8);
    private final MongoClient client = MongoClients.create(TestStore.uri(name));
    private final MongoDatabase database =
            client.getDatabase(name).withCodecRegistry(MongoConfiguration.registry());
    private final Replica<State> replica = Replica.open(database, "states", State.class, "number");

    @AfterEach
    void drop() {
        database.drop();
        client.close();
    }

    @Test
    void whatAStateMayBeMadeOfComesBackTheSame() {
        State state = state("a", 1);
        assertThat(replica.keep("a", 1, state)).isTrue();
        assertThat(replica.find("a")).contains(state);
    }

    @Test
    void anOlderOrRepeatedEventChangesNothing() {
        assertThat(replica.keep("a", 3, state("a", 3))).isTrue();
        assertThat(replica.keep("a", 3, state("a", 9))).isFalse();
        assertThat(replica.keep("a", 2, state("a", 2))).isFalse();
        assertThat(replica.find("a").orElseThrow().number()).isEqualTo(3);
        assertThat(replica.keep("a", 4, state("a", 4))).isTrue();
        assertThat(replica.find("a").orElseThrow().number()).isEqualTo(4);
    }

    @Test
    void ofTwoFirstEventsAtOnceTheLaterOneStays() throws Exception {
        try (ExecutorService instances = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 200; i++) {
                String id = "race-" + i;
                CyclicBarrier start = new CyclicBarrier(2);
                List<Future<Boolean>> both =
                        instances.invokeAll(
                                IntStream.of(1, 2)
                                        .<Callable<Boolean>>mapToObj(number ->
                                                () -> {
                                                    start.await();
                                                    return replica.keep(
                                                            id, number, state(id, number));
                                                })
                                        .toList());
                assertThat(both.getLast().get()).as("the later one is news").isTrue();
                assertThat(replica.find(id).orElseThrow().number()).isEqualTo(2);
            }
        }
    }

    @Test
    void manyAreFoundTogetherAndPageByPage() {
        for (String id : List.of("a", "b", "c")) {
            replica.keep(id, 1, state(id, 7));
        }
        assertThat(replica.findAll(List.of("a", "c", "nobody")))
                .extracting(State::id)
                .containsExactly("a", "c");
        assertThat(replica.findBy("number", 7, null, 2))
                .extracting(State::id)
                .containsExactly("a", "b");
        assertThat(replica.findBy("number", 7, "b", 2)).extracting(State::id).containsExactly("c");
    }

    private static State state(String id, int number) {
        return new State(
                id,
                number,
                null,
                Instant.parse("2026-03-29T01:30:00.123Z"),
                LocalDate.of(2026, 3, 29),
                DayOfWeek.SUNDAY,
                List.of(new Circle(2), new Group(List.of(new Circle(3)))),
                Map.of("x", 1L));
    }
}
