package org.peercoaching.matching.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.peercoaching.kit.decision.Decision;

class ReviewTest {

    private static final List<String> PAIR = List.of("anna", "ben");

    private final Review locked = state(Review.NONE.lock(List.of("ben", "anna")));

    @Test
    void whatIsLockedTwiceIsLockedOnce() {
        assertThat(locked.locked()).containsExactly(PAIR);
        assertThat(locked.lock(PAIR)).isEqualTo(Decision.accepted(locked));
    }

    @Test
    void nobodyIsLockedInTwoMatches() {
        assertThat(code(locked.lock(List.of("ben", "carla")))).isEqualTo("locked-otherwise");
        assertThat(code(locked.lock(List.of("anna", "ben", "carla"))))
                .isEqualTo("locked-otherwise");
    }

    @Test
    void aPairIsNotLockedAndForbiddenAtOnce() {
        assertThat(code(locked.forbid(PAIR))).isEqualTo("pair-locked");
        Review forbidden = state(Review.NONE.forbid(PAIR));
        assertThat(code(forbidden.lock(List.of("carla", "ben", "anna"))))
                .isEqualTo("pair-forbidden");
        assertThat(forbidden.forbiddenTo("anna")).containsExactly("ben");
        assertThat(forbidden.forbiddenTo("carla")).isEmpty();
    }

    @Test
    void whatIsTakenBackWasSaid() {
        assertThat(state(locked.unlock(PAIR))).isEqualTo(Review.NONE);
        assertThat(code(locked.unlock(List.of("anna", "carla")))).isEqualTo("not-locked");
        assertThat(state(state(Review.NONE.forbid(PAIR)).unforbid(PAIR))).isEqualTo(Review.NONE);
        assertThat(code(Review.NONE.unforbid(PAIR))).isEqualTo("not-forbidden");
    }

    @Test
    void anExchangeLetsGoOfTheOldMatchesAndHoldsTheNewOnes() {
        Review exchanged =
                state(
                        locked.exchange(
                                List.of(PAIR, List.of("carla", "dan")),
                                List.of(List.of("anna", "dan"), List.of("carla", "ben"))));
        assertThat(exchanged.locked())
                .containsExactly(List.of("anna", "dan"), List.of("ben", "carla"));
    }

    @Test
    void thereIsAnEndToChoicesByHand() {
        Review review = Review.NONE;
        for (int i = 0; i < 500; i++) {
            review = state(review.forbid(List.of("anna", "person-" + i)));
        }
        assertThat(code(review.forbid(PAIR))).isEqualTo("too-many-choices");
    }

    private static Review state(Decision<Review> decision) {
        return ((Decision.Accepted<Review>) decision).state();
    }

    private static String code(Decision<Review> decision) {
        return ((Decision.Rejected<Review>) decision).refusal().code();
    }
}
