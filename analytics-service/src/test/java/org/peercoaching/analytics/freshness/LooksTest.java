package org.peercoaching.analytics.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LooksTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private final Looks<String> looks = new Looks<>();

    @Test
    void figuresHoldAsOfTheLookWhoseEndsAreApplied() {
        looks.look(NOON, Map.of("a", 10L, "b", 3L), Map.of("a", 10L, "b", 3L));
        assertThat(looks.freshness(NOON)).contains(new Freshness(NOON, Duration.ZERO, 0));
    }

    @Test
    void thePartitionThatIsBehindHoldsTheTimeBack() {
        looks.look(NOON, Map.of("a", 10L, "b", 3L), Map.of("a", 10L, "b", 3L));
        looks.look(NOON.plusSeconds(1), Map.of("a", 12L, "b", 3L), Map.of("a", 11L, "b", 3L));
        looks.look(NOON.plusSeconds(2), Map.of("a", 12L, "b", 3L), Map.of("a", 11L, "b", 3L));
        assertThat(looks.freshness(NOON.plusSeconds(2)))
                .contains(new Freshness(NOON, Duration.ofSeconds(2), 1));
    }

    @Test
    void figuresFallBehindWhileNobodyCanLook() {
        looks.look(NOON, Map.of("a", 10L), Map.of("a", 10L));
        assertThat(looks.freshness(NOON.plusSeconds(600)).orElseThrow().lag())
                .isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aSteadyStreamDoesNotHoldTheTimeBack() {
        for (int second = 0; second <= 10; second++) {
            looks.look(
                    NOON.plusSeconds(second),
                    Map.of("a", 100L + 40 * second),
                    Map.of("a", 100L + 40 * second - 1));
        }
        assertThat(looks.freshness(NOON.plusSeconds(10)).orElseThrow().lag())
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void nothingIsSaidBeforeTheFirstLookIsCaughtUpWith() {
        looks.look(NOON, Map.of("a", 10L), Map.of());
        assertThat(looks.freshness(NOON)).isEmpty();
        looks.look(NOON.plusSeconds(1), Map.of("a", 10L), Map.of("a", 10L));
        assertThat(looks.freshness(NOON)).isPresent();
    }

    @Test
    void anEmptyPartitionWithoutACommitHoldsNothingBack() {
        looks.look(NOON, Map.of("a", 0L), Map.of());
        assertThat(looks.freshness(NOON)).isPresent();
    }
}
