package org.peercoaching.feedback.tally;

import static org.peercoaching.kit.consume.Reactions.reactions;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import org.peercoaching.events.ExchangeEvent.FeedbackGiven;
import org.peercoaching.events.ProgramEvent;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.AggregateStores;
import org.peercoaching.kit.consume.Handled;
import org.peercoaching.kit.consume.Reactions;
import org.peercoaching.kit.mongo.Replica;
import org.peercoaching.kit.time.DueHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stores of the counting, and what makes it move. */
@Configuration(proxyBeanMethods = false)
class TallyConfiguration {

    @Bean
    AggregateStore<TallyWeek> tallyWeekStore(AggregateStores stores) {
        return stores.of("tally-weeks", TallyWeek.class).open();
    }

    @Bean
    AggregateStore<UnitTally> unitTallyStore(AggregateStores stores) {
        return stores.of("tallies", UnitTally.class).open();
    }

    @Bean
    Replica<RunningProgram> programs(MongoDatabase database) {
        return Replica.open(database, "programs", RunningProgram.class);
    }

    @Bean
    Reactions tallyReactions(Tallies tallies, Replica<RunningProgram> programs) {
        return reactions()
                .on(FeedbackGiven.class, (published, event) -> tallies.count(event))
                .on(
                        ProgramEvent.class,
                        (published, event) ->
                                Handled.news(
                                        programs.keep(
                                                event.program().programId(),
                                                published.sequence(),
                                                new RunningProgram(event.program().method()))))
                .build();
    }

    @Bean
    DueHandler weekCloses(WeekClosing closing) {
        return new DueHandler() {
            @Override
            public String kind() {
                return Tallies.WEEK_CLOSES;
            }

            @Override
            public void due(String id, Instant at) {
                closing.close(id);
            }
        };
    }
}
