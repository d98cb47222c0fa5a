package org.peercoaching.feedback.exchange;

import static org.peercoaching.kit.consume.Reactions.reactions;

import java.time.Instant;
import org.bson.BsonBoolean;
import org.peercoaching.events.ExchangeEvent.FeedbackGiven;
import org.peercoaching.events.SessionEvent;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.AggregateStores;
import org.peercoaching.kit.consume.Reactions;
import org.peercoaching.kit.time.DueHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store of exchanges, and what makes them move. */
@Configuration(proxyBeanMethods = false)
class ExchangeConfiguration {

    @Bean
    AggregateStore<Exchange> exchangeStore(AggregateStores stores) {
        return stores.of("exchanges", Exchange.class)
                // All were those of pairs and trios.
                .upcast(exchange -> exchange.append("circle", BsonBoolean.FALSE))
                .open();
    }

    @Bean
    Reactions exchangeReactions(Exchanges exchanges) {
        return reactions()
                .on(SessionEvent.class, exchanges::sessionHeld)
                .on(FeedbackGiven.class, (published, event) -> exchanges.answered(event))
                .build();
    }

    @Bean
    DueHandler windowCloses(Exchanges exchanges) {
        return new DueHandler() {
            @Override
            public String kind() {
                return Exchanges.WINDOW_CLOSES;
            }

            @Override
            public void due(String id, Instant at) {
                exchanges.close(id);
            }
        };
    }
}
