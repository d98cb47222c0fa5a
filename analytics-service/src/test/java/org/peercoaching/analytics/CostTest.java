package org.peercoaching.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.kit.consume.EventBatch;
import org.peercoaching.testkit.Operations;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@ServiceTest
@Import(Operations.Installed.class)
// Batches come from the test alone; a second consumer would share the group with other tests.
@TestPropertySource(
        properties = "spring.cloud.stream.bindings.events-in-0.consumer.auto-startup=false")
class CostTest {

    private final EventBatch projector;
    private final Operations operations;

    CostTest(EventBatch projector, Operations operations) {
        this.projector = projector;
        this.operations = operations;
    }

    @Test
    void aBatchCostsTwoReadsAndTwoBulkWritesOnceItsUnitsAreKnown() {
        List<PublishedEvent> first = World.events(Seeds.random(5), 60);
        List<PublishedEvent> second = World.events(Seeds.random(6), 60);
        projector.apply(first);
        operations.clear();
        projector.apply(second);
        assertThat(operations.all())
                .containsExactly("find facts", "update facts", "find cells", "update cells");
    }

    @Test
    void aBatchSeenBeforeCostsTwoReadsAndNoWrite() {
        List<PublishedEvent> events = World.events(Seeds.random(7), 40);
        projector.apply(events);
        operations.clear();
        projector.apply(events);
        assertThat(operations.all()).containsExactly("find facts", "find cells");
    }
}
