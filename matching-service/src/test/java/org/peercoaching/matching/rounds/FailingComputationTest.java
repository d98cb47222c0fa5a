package org.peercoaching.matching.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.peercoaching.kit.aggregate.Leases;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Progress;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.context.annotation.Import;

/** What becomes of a round that cannot be computed, and of those who wait behind it. */
@ServiceTest
@Import({Rehearsal.class, TouchyMatcher.Installed.class})
class FailingComputationTest {

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
        assertThat(rehearsal.round(round).solution().orElseThrow().attempt()).isEqualTo(2);
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

    @Test
    void whatDoesNotPassTheIndependentCheckFailsTheRoundAndNothingOfItIsKept() {
        String round = rehearsal.started();
        rehearsal.waits(round, "anna", "en");
        rehearsal.waits(round, "ben", "en");
        matcher.forge(
                Rehearsal.id(round, "anna"),
                honest ->
                        new Matching(
                                honest.groups(),
                                honest.leftOut(),
                                honest.weight() + 1,
                                honest.bound() + 1,
                                honest.certificate(),
                                honest.nextBest(),
                                honest.work(),
                                honest.complete()));
        rehearsal.computation.compute(round);
        assertThat(failure(round)).isEqualTo("not-verified");
        assertThat(stored(round, "proposed-matches")).isZero();
        assertThat(stored(round, "round-candidates")).isZero();
    }

    @Test
    void aCancelledComputationStopsAndFailsIfNothingWasFound() {
        String round = rehearsal.started();
        rehearsal.waits(round, "anna", "en");
        rehearsal.waits(round, "ben", "en");
        matcher.watched(
                Rehearsal.id(round, "anna"),
                control -> {
                    assertThat(control.goOn()).isTrue();
                    rehearsal.change(round, Round::cancel);
                    await().atMost(Duration.ofSeconds(10)).until(() -> !control.goOn());
                });
        matcher.forge(
                Rehearsal.id(round, "anna"),
                found ->
                        new Matching(
                                List.of(),
                                List.of(),
                                0,
                                found.bound(),
                                found.certificate(),
                                List.of(),
                                0,
                                false));
        rehearsal.computation.compute(round);
        assertThat(failure(round)).isEqualTo("cancelled");
    }

    @Test
    void howFarAComputationIsCanBeRead() {
        String round = rehearsal.started();
        rehearsal.waits(round, "anna", "en");
        matcher.watched(
                Rehearsal.id(round, "anna"),
                control -> {
                    control.reached(new Progress(Progress.Stage.SOLVING, 60, 8_000, 9_001));
                    await().atMost(Duration.ofSeconds(10))
                            .until(() -> reached(round).step() == Reached.Step.SOLVING);
                    assertThat(reached(round).best()).isEqualTo(4_000);
                    assertThat(reached(round).gap()).isEqualTo(501);
                    assertThat(reached(round).percent()).isEqualTo(49);
                    assertThat(reached(round).expectedAt()).isNotNull();
                });
        rehearsal.computed(round);
    }

    private Reached reached(String round) {
        return ((Stage.Computing) rehearsal.round(round).stage()).reached();
    }

    @Test
    void roundsOfWhomSomebodyWasErasedCannotBeRunAgainAndSaySo() {
        String round = rehearsal.started();
        rehearsal.waits(round, "anna", "en");
        rehearsal.waits(round, "ben", "en");
        rehearsal.computed(round);
        String later = rehearsal.startedAgain(round);
        rehearsal.computed(later);
        String again = rehearsal.again(round);
        assertThat(rehearsal.computed(again).fingerprint())
                .isEqualTo(rehearsal.round(round).solution().orElseThrow().fingerprint());

        rehearsal.proposed.candidates().erase(Rehearsal.id(round, "anna"));
        for (String erased : List.of(rehearsal.again(round), rehearsal.again(later))) {
            rehearsal.computation.compute(erased);
            assertThat(failure(erased)).isEqualTo("candidate-erased");
        }

        rehearsal.proposed.candidates().forget(round);
        String gone = rehearsal.again(round);
        rehearsal.computation.compute(gone);
        assertThat(failure(gone)).isEqualTo("candidates-not-kept");
    }

    private long stored(String round, String collection) {
        return rehearsal
                .database
                .getCollection(collection)
                .countDocuments(new Document("roundId", round));
    }

    private String failure(String round) {
        return ((Stage.Failed) rehearsal.round(round).stage()).code();
    }
}
