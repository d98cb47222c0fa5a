package org.peercoaching.matching.matches;

import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.AggregateStores;
import org.peercoaching.kit.time.BusinessClock;
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
                .upcast(MatchesConfiguration::withWindow)
                // All were pairs and trios.
                .upcast(match -> match.append("circle", BsonBoolean.FALSE))
                .open();
    }

    /** Before there was a window, no cadence was kept either: it was the usual one. */
    private static BsonDocument withWindow(BsonDocument match) {
        long matchedAt = match.getDateTime("matchedAt").getValue();
        return match.append("cadenceDays", new BsonInt32(14))
                .append("declinableUntil", new BsonDateTime(matchedAt))
                .append("ending", BsonNull.VALUE);
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

    @Bean
    MyMatches myMatches(
            AggregateStore<Match> matches,
            AggregateStore<Unmatched> unmatched,
            People people,
            BusinessClock clock) {
        return new MyMatches(matches, unmatched, people, clock);
    }
}
