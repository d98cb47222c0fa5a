package org.peercoaching.matching.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peercoaching.kit.aggregate.Leases;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.context.annotation.Import;

/** Two processes look for rounds in the same store. */
@ServiceTest
@Import({Rehearsal.class, TouchyMatcher.Installed.class})
class TwoWorkersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Rehearsal rehearsal;
    private final TouchyMatcher matcher;

    TwoWorkersTest(Rehearsal rehearsal, TouchyMatcher matcher) {
        this.rehearsal = rehearsal;
        this.matcher = matcher;
    }

    /**
     * Rounds are looked at in the order of their ids. While one worker is held in the first, only
     * the other one can compute the second, and it comes by the first on its way.
     */
    @Test
    void aRoundIsComputedByOneOfThemWhileTheOtherGoesOnToTheNext() {
        List<String> rounds = Stream.of(rehearsal.started(), rehearsal.started()).sorted().toList();
        for (String round : rounds) {
            rehearsal.waits(round, "anna", "en");
            rehearsal.waits(round, "ben", "en");
        }
        String first = rounds.getFirst();
        String second = rounds.getLast();
        matcher.on(
                Rehearsal.id(first, "anna"),
                () -> await().atMost(PATIENCE).until(() -> isComputed(second)));
        try (RoundWorker another = another()) {
            another.start();
            Leases held = new Leases(rehearsal.database, "rehearsal", Clock.systemUTC());
            rounds.forEach(held::release);
            await().atMost(PATIENCE).until(() -> isComputed(first) && isComputed(second));
        }
        for (String round : rounds) {
            assertThat(rehearsal.round(round).solution().orElseThrow().attempt()).isOne();
            assertThat(matcher.tasksWith(Rehearsal.id(round, "anna"))).hasSize(1);
        }
    }

    private boolean isComputed(String round) {
        return rehearsal.round(round).stage() instanceof Stage.Computed;
    }

    private RoundWorker another() {
        return new RoundWorker(
                rehearsal.rounds,
                rehearsal.computation,
                rehearsal.publication,
                new Leases(rehearsal.database, "another", Clock.systemUTC()),
                RoundWorker.RENEWS_EVERY);
    }
}
