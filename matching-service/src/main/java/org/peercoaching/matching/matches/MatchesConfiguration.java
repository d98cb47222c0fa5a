package org.peercoaching.matching.matches;

import org.bson.BsonDocument;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.AggregateStores;
import org.peercoaching.matching.people.People;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stores of outcomes. */
@Configuration(proxyBeanMethods = false)
class MatchesConfiguration {

    @Bean
    AggregateStore<Match> matchStore(AggregateStores stores) {
        return stores.of("matches", Match.class)
                .indexed("publishedIn")
                .upcast(match -> match.append("forbidden", new BsonDocument()))
                .open();
    }

    @Bean
    AggregateStore<Unmatched> unmatchedStore(AggregateStores stores) {
        return stores.of("unmatched", Unmatched.class).indexed("roundId").open();
    }

    @Bean
    Outcomes outcomes(
            AggregateStore<Match> matches, AggregateStore<Unmatched> unmatched, People people) {
        return new Outcomes(matches, unmatched, people);
    }
}
