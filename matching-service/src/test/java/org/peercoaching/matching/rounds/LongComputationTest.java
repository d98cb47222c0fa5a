package org.peercoaching.matching.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.peercoaching.kit.aggregate.Leases;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.context.annotation.Import;

/** Computations that take longer than a lease: the clock of the leases is moved while they last. */
@ServiceTest
@Import({Rehearsal.class, TouchyMatcher.Installed.class})
class LongComputationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration OFTEN = Duration.ofMillis(20);

    private final Rehearsal rehearsal;
    private final TouchyMatcher matcher;

    /** So late that no other worker finds a lease of these ended, and every other one has. */
    private final BusinessClock clock = new BusinessClock(Duration.ofHours(2));

    LongComputationTest(Rehearsal rehearsal, TouchyMatcher matcher) {
        this.rehearsal = rehearsal;
        this.matcher = matcher;
    }

    @Test
    void nobodyTakesOverWhatOutlastsSeveralTermsWhileItsWorkerLives() {
        String round = round();
        Leases others = leases("another");
        List<Boolean> taken = new CopyOnWriteArrayList<>();
        matcher.on(
                Rehearsal.id(round, "anna"),
                () -> {
                    for (int i = 0; i < 9; i++) {
                        pass(Leases.TERM.dividedBy(2));
                        await().atMost(PATIENCE).until(() -> isRenewed(round));
                        taken.add(others.take(round));
                    }
                });
        try (RoundWorker worker = worker("one", OFTEN)) {
            worker.start();
            awaitComputed(round);
        }
        assertThat(taken).hasSize(9).containsOnly(false);
        assertThat(rehearsal.round(round).solution().orElseThrow().attempt()).isOne();
        assertThat(matcher.tasksWith(Rehearsal.id(round, "anna"))).hasSize(1);
    }

    @Test
    void whoseLeaseWasTakenOverCannotStoreWhatTheyFound() {
        String round = round();
        String anna = Rehearsal.id(round, "anna");
        AtomicBoolean gaveUp = new AtomicBoolean();
        assertThat(leases("frozen").take(round)).isTrue();
        try (RoundWorker other = worker("other", OFTEN)) {
            matcher.on(
                    anna,
                    () -> {
                        matcher.on(anna, () -> await().atMost(PATIENCE).untilTrue(gaveUp));
                        pass(Leases.TERM.plusSeconds(1));
                        other.start();
                        await().atMost(PATIENCE).until(() -> matcher.tasksWith(anna).size() == 2);
                    });
            rehearsal.computation.compute(round);
            assertThat(rehearsal.round(round).stage()).isInstanceOf(Stage.Computing.class);
            assertThat(storedAttempts(round)).isEmpty();
            gaveUp.set(true);
            awaitComputed(round);
        }
        assertThat(rehearsal.round(round).solution().orElseThrow().attempt()).isEqualTo(2);
        assertThat(storedAttempts(round)).containsExactly(2);
    }

    private String round() {
        String round = rehearsal.started();
        rehearsal.waits(round, "anna", "en");
        rehearsal.waits(round, "ben", "en");
        return round;
    }

    private void pass(Duration time) {
        clock.move(clock.offset().plus(time));
    }

    /** Since the clock was moved. */
    private boolean isRenewed(String round) {
        Document lease =
                rehearsal.database.getCollection("leases").find(new Document("_id", round)).first();
        Instant later = clock.instant().plus(Leases.TERM.multipliedBy(3).dividedBy(4));
        return lease != null && lease.get("until", Date.class).toInstant().isAfter(later);
    }

    private void awaitComputed(String round) {
        await().atMost(PATIENCE)
                .until(() -> rehearsal.round(round).stage() instanceof Stage.Computed);
    }

    private List<Integer> storedAttempts(String round) {
        return rehearsal
                .database
                .getCollection("proposed-matches")
                .find(new Document("roundId", round))
                .map(chunk -> chunk.getInteger("attempt"))
                .into(new ArrayList<>());
    }

    private RoundWorker worker(String name, Duration renewEvery) {
        return new RoundWorker(
                rehearsal.rounds,
                rehearsal.computation,
                rehearsal.publication,
                leases(name),
                renewEvery);
    }

    private Leases leases(String holder) {
        return new Leases(rehearsal.database, holder, clock);
    }
}
