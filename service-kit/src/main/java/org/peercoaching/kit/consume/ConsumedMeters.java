package org.peercoaching.kit.consume;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts what became of every record: {@code coaching.events.consumed} by topic and outcome
 * (applied, duplicate, refused, ignored, erased, malformed, failed). Their sum is all that was
 * consumed; malformed and failed are in the dead letters.
 */
final class ConsumedMeters {

    private final MeterRegistry meters;

    ConsumedMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(String topic, String outcome) {
        Counter.builder("coaching.events.consumed")
                .description("Records consumed, by what became of them")
                .tag("topic", topic)
                .tag("outcome", outcome)
                .register(meters)
                .increment();
    }
}
