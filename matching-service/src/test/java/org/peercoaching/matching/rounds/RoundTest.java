package org.peercoaching.matching.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.RoundEvent;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.matching.policies.ProgramPolicy;

class RoundTest {

    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
    private static final Refusal REASON = Refusal.conflict("reason", "Do this.");
    private static final Result RESULT =
            Result.of(
                    false,
                    6,
                    List.of(new Result.Scored(2, 4_000), new Result.Scored(3, 9_000)),
                    1,
                    0L);

    private final Round started =
            state(Round.start(Optional.empty(), "round", "program", Order.of(1), NOW));
    private final Round computing = state(started.attempt(NOW));
    private final Round computed = state(computing.computed(1, solution(1)));

    @Test
    void aResultCountsATrioByTheMeanOfItsPairs() {
        assertThat(RESULT.matched()).isEqualTo(5);
        assertThat(RESULT.trios()).isEqualTo(1);
        assertThat(RESULT.weakest()).isEqualTo(4_000);
        assertThat(RESULT.mean()).isEqualTo((2 * 4_000 + 3 * 6_000) / 5);
        assertThat(RESULT.coverage()).isEqualTo(83);
    }

    @Test
    void aResultCountsACircleByTheMeanOfItsPairs() {
        Result circles =
                Result.of(
                        true,
                        8,
                        List.of(new Result.Scored(3, 9_000), new Result.Scored(5, 10_000)),
                        0,
                        0L);
        assertThat(circles.circles()).isEqualTo(2);
        assertThat(circles.pairs() + circles.trios()).isZero();
        assertThat(circles.matches()).isEqualTo(2);
        assertThat(circles.weakest()).isEqualTo(4_000);
        assertThat(circles.mean()).isEqualTo((3 * 6_000 + 5 * 4_000) / 8);
        assertThat(RESULT.circles()).isNull();
    }

    @Test
    void whoTakesTheComputationOverMakesEarlierResultsWorthless() {
        Round taken = state(computing.attempt(NOW));
        assertThat(code(taken.computed(1, solution(1)))).isEqualTo("overtaken");
        assertThat(code(taken.progress(1, Reached.NOTHING))).isEqualTo("overtaken");
        assertThat(code(taken.failed(1, REASON, NOW))).isEqualTo("overtaken");
        assertThat(state(taken.computed(2, solution(2))).stage())
                .isEqualTo(new Stage.Computed(solution(2), null));
    }

    @Test
    void aRoundThatKillsItsProcessesIsGivenUp() {
        Round third = state(state(computing.attempt(NOW)).attempt(NOW));
        assertThat(state(third.attempt(NOW)).stage())
                .isInstanceOfSatisfying(
                        Stage.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo("given-up"));
    }

    @Test
    void aScheduledRoundIsPublishedByItselfUnlessAManagerTookItInHand() {
        assertThat(state(computing.computedOnSchedule(1, solution(1), 14)).stage())
                .isInstanceOfSatisfying(
                        Stage.Publishing.class,
                        publishing -> {
                            assertThat(publishing.cadenceDays()).isEqualTo(14);
                            assertThat(publishing.at()).isEqualTo(solution(1).at());
                        });
        Round cancelled = state(computing.cancel());
        assertThat(state(cancelled.computedOnSchedule(1, solution(1), 14)).stage())
                .isInstanceOf(Stage.Computed.class);
    }

    @Test
    void onlyAComputedRoundIsPublished() {
        assertThat(code(computing.publish(14, NOW))).isEqualTo("still-computing");
        assertThat(code(state(computing.failed(1, REASON, NOW)).publish(14, NOW)))
                .isEqualTo("nothing-to-publish");
        assertThat(code(state(computed.discard(NOW)).publish(14, NOW)))
                .isEqualTo("nothing-to-publish");
    }

    @Test
    void publishingTwiceChangesNothing() {
        Round publishing = state(computed.publish(14, NOW));
        assertThat(publishing.publish(7, NOW.plusSeconds(1)))
                .isEqualTo(Decision.accepted(publishing));
        Round published = state(publishing.published(RESULT));
        assertThat(published.publish(14, NOW)).isEqualTo(Decision.accepted(published));
        assertThat(published.published(RESULT)).isEqualTo(Decision.accepted(published));
    }

    @Test
    void thePublishedRoundIsAnnouncedWithWhatWasAnnounced() {
        Decision.Accepted<Round> published =
                (Decision.Accepted<Round>) state(computed.publish(14, NOW)).published(RESULT);
        assertThat(published.events())
                .containsExactly(
                        new RoundEvent.RoundPublished(
                                new RoundEvent.Round("round", "program", 6, 5, 1, 2, NOW)));
    }

    @Test
    void progressOfAPublicationNeverGoesBack() {
        Round halfWay = state(state(computed.publish(14, NOW)).announced(2));
        assertThat(halfWay.announced(1)).isEqualTo(Decision.accepted(halfWay));
        assertThat(((Stage.Publishing) halfWay.stage()).percent()).isEqualTo(66);
    }

    @Test
    void aPublishedRoundCannotBeDiscarded() {
        assertThat(code(state(computed.publish(14, NOW)).discard(NOW)))
                .isEqualTo("published-already");
        assertThat(code(computing.discard(NOW))).isEqualTo("still-computing");
    }

    @Test
    void anotherRoundWaitsUntilThisOneIsPublishedDiscardedOrFailed() {
        assertThat(List.of(started, computing, computed, state(computed.publish(14, NOW))))
                .allMatch(Round::open);
        assertThat(
                        List.of(
                                state(computed.discard(NOW)),
                                state(computing.failed(1, REASON, NOW)),
                                state(state(computed.publish(14, NOW)).published(RESULT))))
                .noneMatch(Round::open);
    }

    @Test
    void aDryRunIsNeverPublished() {
        Round dry =
                state(
                        Round.start(
                                Optional.empty(),
                                "round",
                                "program",
                                new Order(1, true, null, null, null),
                                NOW));
        Round seen = state(state(dry.attempt(NOW)).computed(1, solution(1)));
        assertThat(code(seen.publish(14, NOW))).isEqualTo("dry-run");
        assertThat(seen.keptDryRunOf()).isEqualTo("program");
        assertThat(state(seen.discard(NOW)).keptDryRunOf()).isNull();
    }

    @Test
    void aRoundThatMatchesTooFewIsHeldBackAndAnEmptyOneIsNot() {
        assertThat(code(wanting(84).publish(14, NOW))).isEqualTo("too-few-matched");
        assertThat(state(wanting(83).publish(14, NOW)).stage())
                .isInstanceOf(Stage.Publishing.class);
        assertThat(Result.of(false, 0, List.of(), 0, 0L).fallsShortOf(100)).isFalse();
    }

    private Round wanting(int share) {
        Basis basis =
                new Basis(
                        1,
                        Rehearsal.policy(ProgramPolicy.STANDARD.minimumScore(), share),
                        List.of(),
                        null,
                        new Basis.Snapshot("round", 1, 6, "print", NOW));
        return state(state(computing.collected(1, basis)).computed(1, solution(1)));
    }

    @Test
    void aChoiceByHandHasItComputedAnewAndKeepsWhatWasBeforeToCompare() {
        List<String> pair = List.of("anna", "ben");
        Round reviewed = state(computed.review(review -> review.lock(pair)));
        assertThat(reviewed.stage())
                .isInstanceOfSatisfying(
                        Stage.Computing.class,
                        stage -> {
                            assertThat(stage.review().locked()).containsExactly(pair);
                            assertThat(stage.before()).isEqualTo(solution(1));
                        });
        Round again = state(reviewed.attempt(NOW));
        assertThat(state(again.computed(2, solution(2))).stage())
                .isEqualTo(new Stage.Computed(solution(2), solution(1)));
        assertThat(state(again.foundNothing(2, NOW)).stage())
                .isEqualTo(new Stage.Computed(solution(1), null));
        assertThat(code(reviewed.review(review -> review.lock(pair)))).isEqualTo("still-computing");
    }

    @Test
    void aChoiceThatChangesNothingHasNothingComputed() {
        assertThat(computed.review(Decision::accepted)).isEqualTo(Decision.accepted(computed));
    }

    @Test
    void onlyAComputationIsCancelledAndItFailsIfNothingWasFound() {
        assertThat(code(computed.cancel())).isEqualTo("not-computing");
        Round cancelled = state(computing.cancel());
        assertThat(((Stage.Computing) cancelled.stage()).cancelled()).isTrue();
        assertThat(state(cancelled.foundNothing(1, NOW)).stage())
                .isInstanceOfSatisfying(
                        Stage.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo("cancelled"));
    }

    @Test
    void aRoundIsRunAgainAsADryRunOfItsOwnWithTheSameChoices() {
        Round again = state(Round.again(Optional.empty(), "again", computed, NOW));
        assertThat(again.order())
                .isEqualTo(
                        new Order(
                                1,
                                true,
                                null,
                                new Order.Again("round", Long.MAX_VALUE, null, "fingerprint"),
                                null));
        assertThat(code(Round.again(Optional.empty(), "again", computing, NOW)))
                .isEqualTo("nothing-to-repeat");
    }

    private static Solution solution(int attempt) {
        return new Solution(
                attempt, Review.NONE, RESULT, 100, true, null, null, "fingerprint", NOW);
    }

    private static Round state(Decision<Round> decision) {
        return ((Decision.Accepted<Round>) decision).state();
    }

    private static String code(Decision<Round> decision) {
        return ((Decision.Rejected<Round>) decision).refusal().code();
    }
}
