package org.peercoaching.kit.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.backoff.BackOffExecution;

class RetryTest {

    private static final int A_DAY_OF_TRIES = 24 * 60 * 6;

    @Test
    void aStoreThatIsAwayForADayIsStillTriedEveryTenSeconds() {
        BackOffExecution waits = ConsumeConfiguration.withoutLimit().start();
        long[] millis = LongStream.generate(waits::nextBackOff).limit(A_DAY_OF_TRIES).toArray();
        assertThat(millis)
                .startsWith(200, 400, 800)
                .endsWith(10_000)
                .doesNotContain(BackOffExecution.STOP);
    }
}
