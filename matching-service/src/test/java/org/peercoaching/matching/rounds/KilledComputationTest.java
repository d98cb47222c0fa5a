package org.peercoaching.matching.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.peercoaching.kit.aggregate.Leases;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.StoreKill;
import org.springframework.context.annotation.Import;

/** A computation whose process dies is begun again by another, and counts once. */
@ServiceTest
@Import({StoreKill.Installed.class, Rehearsal.class})
class KilledComputationTest {

    private final Rehearsal rehearsal;
    private final MongoDatabase database;
    private final StoreKill kill;

    KilledComputationTest(Rehearsal rehearsal, MongoDatabase database, StoreKill kill) {
        this.rehearsal = rehearsal;
        this.database = database;
        this.kill = kill;
    }

    @Test
    void whereverItIsKilledTheNextAttemptComputesItAndClearsTheLastAttemptAway() {
        boolean killed = true;
        int kills = 0;
        while (killed) {
            String round = rehearsal.started();
            rehearsal.waits(round, "anna", "en");
            rehearsal.waits(round, "ben", "en");
            rehearsal.waits(round, "fanny", "fr");
            killed = kill.before(kills + 1, () -> rehearsal.computation.compute(round));
            kills += killed ? 1 : 0;
            rehearsal.computation.compute(round);
            Solution computed = rehearsal.round(round).solution().orElseThrow();
            assertThat(computed.result().matched()).isEqualTo(2);
            // A kill after the result was accepted may leave an old attempt's chunks: nobody reads
            // them.
            if (computed.attempt() > 1) {
                assertThat(storedAttempts(round)).as("kill %d", kills).isEqualTo(1);
            }
        }
        assertThat(kills).isGreaterThan(10);
    }

    private long storedAttempts(String round) {
        return database.getCollection("proposed-matches")
                .countDocuments(new Document("roundId", round));
    }

    @Test
    void theWorkerTakesOverWhatADeadProcessHeldWhenItsLeaseHasEnded() {
        String round = rehearsal.started();
        rehearsal.waits(round, "anna", "en");
        assertThat(rehearsal.round(round).stage()).isInstanceOf(Stage.Computing.class);
        new Leases(database, "rehearsal", Clock.systemUTC()).release(round);
        Instant past = Instant.now().minus(Leases.TERM).minusSeconds(1);
        assertThat(new Leases(database, "dead", Clock.fixed(past, ZoneOffset.UTC)).take(round))
                .isTrue();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(rehearsal.round(round).stage())
                                .isInstanceOf(Stage.Computed.class));
    }

    @Test
    void aLeaseIsHeldByOneUntilItEndsAndItsHolderCanRenewIt() {
        Instant now = Instant.parse("2026-06-01T08:00:00Z");
        Leases one = leases("one", now);
        Leases later = leases("other", now.plus(Leases.TERM).plusMillis(1));
        assertThat(one.take("some-round")).isTrue();
        assertThat(leases("other", now.plusSeconds(1)).take("some-round")).isFalse();
        leases("one", now.plusSeconds(5)).renew("some-round");
        assertThat(later.take("some-round")).isFalse();
        one.release("some-round");
        assertThat(later.take("some-round")).isTrue();
        one.release("some-round");
        assertThat(leases("third", now.plus(Leases.TERM)).take("some-round")).isFalse();
    }

    private Leases leases(String holder, Instant now) {
        return new Leases(database, holder, Clock.fixed(now, ZoneOffset.UTC));
    }
}
