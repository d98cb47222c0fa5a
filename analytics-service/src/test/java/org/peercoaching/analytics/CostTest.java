package org.peercoaching.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.kit.consume.EventBatch;
import org.peercoaching.testkit.Operations;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.TestPropertySource;

@ServiceTest
// Batches come from the test alone; a second consumer would share the group with other tests.
@TestPropertySource(
        properties = "spring.cloud.stream.bindings.events-in-0.consumer.auto-startup=false")
class CostTest {

    @TestConfiguration
    static class Counting {

        @Bean
        Operations operations() {
            return new Operations();
        }

        @Bean
        MongoClientSettingsBuilderCustomizer countOperations(Operations operations) {
            return settings -> settings.addCommandListener(operations);
        }
    }

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
        assertThat(ofReadModel())
                .containsExactly("find facts", "update facts", "find cells", "update cells");
    }

    @Test
    void aBatchSeenBeforeCostsTwoReadsAndNoWrite() {
        List<PublishedEvent> events = World.events(Seeds.random(7), 40);
        projector.apply(events);
        operations.clear();
        projector.apply(events);
        assertThat(ofReadModel()).containsExactly("find facts", "find cells");
    }

    /** Due work looks into its own buckets meanwhile. */
    private List<String> ofReadModel() {
        return operations.all().stream().filter(each -> !each.endsWith(" due")).toList();
    }
}
