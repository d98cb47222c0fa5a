package org.peercoaching.matching.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.peercoaching.kit.aggregate.Leases;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Matcher;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.pairs.PairMatcher;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** What becomes of a round that cannot be computed, and of those who wait behind it. */
@ServiceTest
@Import({Rehearsal.class, FailingComputationTest.Touchy.class})
class FailingComputationTest {

    /** An engine to which something happens when it sees certain people. */
    static final class TouchyMatcher implements Matcher {

        private final Matcher real = new PairMatcher(1);
        private final Map<String, Runnable> sights = new ConcurrentHashMap<>();

        void on(String candidate, Runnable what) {
            sights.put(candidate, what);
        }

        @Override
        public Matching match(Task task, Control control) {
            task.candidates()
                    .forEach(candidate -> sights.getOrDefault(candidate.id(), () -> {}).run());
            return real.match(task, control);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Touchy {

        @Bean
        @Primary
        TouchyMatcher touchyMatcher() {
            return new TouchyMatcher();
        }
    }

    private final Rehearsal rehearsal;
    private final TouchyMatcher matcher;

    FailingComputationTest(Rehearsal rehearsal, TouchyMatcher matcher) {
        this.rehearsal = rehearsal;
        this.matcher = matcher;
    }

    @Test
    void whoWaitsWithoutAProfileIsNotDroppedInSilence() {
        String program = rehearsal.started();
        rehearsal.waits(program, "anna", "en");
        rehearsal.waits(program, "ben", "en");
        rehearsal.waitsUnknown(program, "carla");
        rehearsal.computation.compute(program);
        assertThat(failure(program)).isEqualTo("profiles-not-known-yet");

        rehearsal.profile(program, "carla", "en", null, 1);
        String again = rehearsal.startedAgain(program);
        assertThat(rehearsal.computed(again).result().matched()).isEqualTo(3);
    }

    @Test
    void aCohortThatExhaustsTheMachineFailsItsRound() {
        String round = rehearsal.started();
        rehearsal.waits(round, "anna", "en");
        matcher.on(
                Rehearsal.id(round, "anna"),
                () -> {
                    throw new StackOverflowError();
                });
        assertThatThrownBy(() -> rehearsal.computation.compute(round))
                .isInstanceOf(StackOverflowError.class);
        assertThat(failure(round)).isEqualTo("fault");
    }

    @Test
    void theWorkerOutlivesErrorsAndGivesTheirRoundUp() {
        String round = rehearsal.started();
        rehearsal.waits(round, "anna", "en");
        matcher.on(
                Rehearsal.id(round, "anna"),
                () -> {
                    throw new LinkageError("Nobody foresaw this");
                });
        new Leases(rehearsal.database, "rehearsal", Clock.systemUTC()).release(round);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> rehearsal.round(round).stage() instanceof Stage.Failed);
        assertThat(failure(round)).isEqualTo("given-up");
    }

    @Test
    void whatAnOvertakenAttemptStoredIsThrownAway() {
        String round = rehearsal.started();
        rehearsal.waits(round, "anna", "en");
        rehearsal.waits(round, "ben", "en");
        rehearsal.waits(round, "fanny", "fr");
        String anna = Rehearsal.id(round, "anna");
        matcher.on(
                anna,
                () -> {
                    matcher.on(anna, () -> {});
                    rehearsal.computation.compute(round);
                });
        rehearsal.computation.compute(round);
        assertThat(((Stage.Computed) rehearsal.round(round).stage()).attempt()).isEqualTo(2);
        for (String collection : List.of("proposed-matches", "proposed-unmatched")) {
            assertThat(
                            rehearsal
                                    .database
                                    .getCollection(collection)
                                    .find(new Document("roundId", round)))
                    .extracting(chunk -> chunk.getInteger("attempt"))
                    .containsExactly(2);
        }
    }

    private String failure(String round) {
        return ((Stage.Failed) rehearsal.round(round).stage()).code();
    }
}
