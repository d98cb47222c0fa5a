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
    private final DueWork work = new DueWork(database, clock, () -> List.of(new Recorder()));

    private final class Recorder implements DueHandler {

        @Override
        public String kind() {
            return "remind";
        }

        @Override
        public void due(String id, Instant at) {
            if (failing.contains(id)) {
                throw new IllegalStateException("not yet");
            }
            done.add(id);
        }
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
        DueHandler next =
                new DueHandler() {
                    @Override
                    public String kind() {
                        return "from-the-next-release";
                    }

                    @Override
                    public void due(String id, Instant at) {
                        taken.add(id);
                    }
                };
        assertThat(new DueWork(database, clock, () -> List.of(next)).runDue()).isTrue();
        assertThat(taken).containsExactly("a");
    }

    @Test
    void emptyBucketsGoAway() {
        work.schedule("remind", "a", in(Duration.ofHours(1)));
        passes(Duration.ofHours(3));
        assertThat(database.getCollection("due").countDocuments()).isEqualTo(1); // the progress
    }

    private Instant in(Duration ahead) {
        return clock.instant().plus(ahead);
    }

    private void passes(Duration time) {
        clock.move(clock.offset().plus(time));
        assertThat(work.runDue()).isTrue();
    }
}
