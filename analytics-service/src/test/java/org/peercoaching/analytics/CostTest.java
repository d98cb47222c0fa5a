package org.peercoaching.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.kit.consume.EventBatch;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

@ServiceTest
class CostTest {

    private static final List<String> COMMANDS = Collections.synchronizedList(new ArrayList<>());

    @TestConfiguration
    static class Counting {

        @Bean
        MongoClientSettingsBuilderCustomizer countCommands() {
            return settings ->
                    settings.addCommandListener(
                            new CommandListener() {
                                @Override
                                public void commandStarted(CommandStartedEvent event) {
                                    String collection =
                                            event.getCommand()
                                                    .values()
                                                    .iterator()
                                                    .next()
                                                    .toString();
                                    if (collection.contains("facts")
                                            || collection.contains("cells")
                                            || collection.contains("units")) {
                                        COMMANDS.add(event.getCommandName());
                                    }
                                }
                            });
        }
    }

    private final EventBatch projector;

    CostTest(EventBatch projector) {
        this.projector = projector;
    }

    @Test
    void aBatchCostsTwoReadsAndTwoBulkWritesOnceItsUnitsAreKnown() {
        List<PublishedEvent> first = World.events(Seeds.random(5), 60);
        List<PublishedEvent> second = World.events(Seeds.random(6), 60);
        projector.apply(first);
        COMMANDS.clear();
        projector.apply(second);
        assertThat(COMMANDS).containsExactly("find", "update", "find", "update");
    }

    @Test
    void aBatchSeenBeforeCostsTwoReadsAndNoWrite() {
        List<PublishedEvent> events = World.events(Seeds.random(7), 40);
        projector.apply(events);
        COMMANDS.clear();
        projector.apply(events);
        assertThat(COMMANDS).containsOnly("find").hasSize(2);
    }
}
