package org.peercoaching.local.process;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff();

    @Test
    void whatDiesYoungWaitsTwiceAsLongEachTimeUpToHalfAMinute() {
        assertThat(Stream.generate(() -> backoff.afterLifeOf(ofSeconds(3))).limit(7))
                .containsExactly(
                        ofSeconds(1),
                        ofSeconds(2),
                        ofSeconds(4),
                        ofSeconds(8),
                        ofSeconds(16),
                        ofSeconds(30),
                        ofSeconds(30));
    }

    @Test
    void aLongLifeForgivesEarlierDeaths() {
        backoff.afterLifeOf(ofSeconds(3));
        backoff.afterLifeOf(ofSeconds(3));

        assertThat(backoff.afterLifeOf(ofMinutes(5))).isEqualTo(ofSeconds(1));
    }
}
