package org.peercoaching.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.testkit.TestStore;

class DueWorkTest {

    private final String name = "due-" + Ids.random().substring(0, 8);
    private final MongoClient client = MongoClients.create(TestStore.uri(name));
    private final MongoDatabase database = client.getDatabase(name);
    private final BusinessClock clock = new BusinessClock(Duration.ofDays(-180));
    private final List<String> done = new ArrayList<>();
    private final Set<String> failing = new HashSet<>();
    private final DueHandler recorder = handler("remind", this::record);
    private final DueWork work = new DueWork(database, clock, () -> List.of(recorder));

    private void record(String id) {
        if (failing.contains(id)) {
            throw new IllegalStateException("not yet");
        }
        done.add(id);
    }

    @BeforeEach
    void firstLook() {
        assertThat(work.runDue()).isTrue();
    }

    @AfterEach
    void drop() {
        database.drop();
        client.close();
    }

    @Test
    void workIsDoneOnceWhenItsTimeHasCome() {
        work.schedule("remind", "a", in(Duration.ofDays(7)));
        work.schedule("remind", "a", in(Duration.ofDays(8)));
        passes(Duration.ofDays(6));
        assertThat(done).isEmpty();
        passes(Duration.ofDays(1).plusMinutes(1));
        assertThat(done).containsExactly("a");
        assertThat(work.runDue()).isTrue();
        assertThat(done).containsExactly("a");
        passes(Duration.ofDays(1));
        assertThat(done).containsExactly("a", "a");
    }

    @Test
    void theSameWorkForTheSameTimeIsThereOnce() {
        Instant at = in(Duration.ofHours(5));
        work.schedule("remind", "a", at);
        work.schedule("remind", "a", at);
        passes(Duration.ofHours(6));
        assertThat(done).containsExactly("a");
    }

    @Test
    void workWhoseTimeHasPassedIsDoneAtOnce() {
        work.schedule("remind", "late", in(Duration.ofDays(-30)));
        work.runDue();
        assertThat(done).containsExactly("late");
    }

    @Test
    void halfAYearInOneStepFindsEverything() {
        for (int day = 1; day <= 180; day++) {
            work.schedule("remind", "day-" + day, in(Duration.ofDays(day).minusMinutes(5)));
        }
        passes(Duration.ofDays(180));
        assertThat(done).hasSize(180).doesNotHaveDuplicates();
    }

    @Test
    void whatFailsIsTriedAgainAndHoldsNothingUp() {
        failing.add("poor");
        work.schedule("remind", "poor", in(Duration.ofHours(1)));
        work.schedule("remind", "good", in(Duration.ofDays(20)));
        clock.move(clock.offset().plus(Duration.ofDays(21)));
        assertThat(work.runDue()).isFalse();
        assertThat(done).containsExactly("good");
        failing.clear();
        assertThat(work.runDue()).isTrue();
        assertThat(done).containsExactly("good", "poor");
    }

    @Test
    void workOfAKindThatThisReleaseDoesNotKnowIsKept() {
        work.schedule("from-the-next-release", "a", in(Duration.ofHours(1)));
        clock.move(clock.offset().plus(Duration.ofHours(10)));
        assertThat(work.runDue()).isFalse();
        List<String> taken = new ArrayList<>();
        DueHandler next = handler("from-the-next-release", taken::add);
        assertThat(new DueWork(database, clock, () -> List.of(next)).runDue()).isTrue();
        assertThat(taken).containsExactly("a");
    }

    @Test
    void whatOneProcessDidAnotherDoesNotDoAgain() {
        DueWork another = new DueWork(database, clock, () -> List.of(recorder));
        work.schedule("remind", "a", in(Duration.ofHours(1)));
        another.schedule("remind", "b", in(Duration.ofHours(1)));
        clock.move(clock.offset().plus(Duration.ofHours(2)));
        assertThat(another.runDue()).isTrue();
        assertThat(work.runDue()).isTrue();
        assertThat(done).containsExactlyInAnyOrder("a", "b");
    }

    /** Both may do the same piece: it is what it is about that takes effect once. */
    @Test
    void twoProcessesAtOnceLoseNothingThatIsPutThereMeanwhile() throws Exception {
        Set<String> decided = ConcurrentHashMap.newKeySet();
        DueHandler handler = handler("remind", decided::add);
        Instant begin = clock.instant();
        Set<String> all =
                IntStream.range(0, 400).mapToObj(i -> "piece-" + i).collect(Collectors.toSet());
        AtomicBoolean allThere = new AtomicBoolean();
        try (ExecutorService processes = Executors.newFixedThreadPool(2)) {
            List<Future<?>> looks = new ArrayList<>();
            for (int process = 0; process < 2; process++) {
                DueWork its = new DueWork(database, clock, () -> List.of(handler));
                looks.add(
                        processes.submit(() -> {
                            while (!allThere.get()) {
                                its.runDue();
                            }
                            its.runDue();
                        }));
            }
            all.forEach(id -> work.schedule("remind", id, begin));
            allThere.set(true);
            for (Future<?> look : looks) {
                look.get();
            }
        }
        assertThat(decided).isEqualTo(all);
        assertThat(database.getCollection("due").countDocuments()).isEqualTo(1); // the progress
    }

    @Test
    void emptyBucketsGoAway() {
        work.schedule("remind", "a", in(Duration.ofHours(1)));
        passes(Duration.ofHours(3));
        assertThat(database.getCollection("due").countDocuments()).isEqualTo(1); // the progress
    }

    private static DueHandler handler(String kind, Consumer<String> what) {
        return new DueHandler() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public void due(String id, Instant at) {
                what.accept(id);
            }
        };
    }

    private Instant in(Duration ahead) {
        return clock.instant().plus(ahead);
    }

    private void passes(Duration time) {
        clock.move(clock.offset().plus(time));
        assertThat(work.runDue()).isTrue();
    }
}
