package org.peercoaching.session.sessions;

import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.AggregateStores;
import org.peercoaching.kit.consume.Reactions;
import org.peercoaching.kit.encryption.Words;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.session.programs.Programs;
import org.peercoaching.session.relationships.Access;
import org.peercoaching.session.relationships.Relationships;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SessionsConfiguration {

    @Bean
    AggregateStore<Session> sessionStore(AggregateStores stores) {
        return stores.of("sessions", Session.class)
                .upcast(SessionsConfiguration::beforeCircles)
                .open();
    }

    /** All sessions were those of pairs and trios. */
    private static BsonDocument beforeCircles(BsonDocument session) {
        session.getDocument("terms").append("circle", BsonBoolean.FALSE);
        return session;
    }

    @Bean
    Sessions sessions(
            AggregateStore<Session> sessionStore,
            Relationships relationships,
            Programs programs,
            Access access,
            BusinessClock clock) {
        return new Sessions(sessionStore, relationships, programs, access, clock);
    }

    @Bean
    Views sessionViews(Words words) {
        return new Views(words);
    }

    @Bean
    CallingOff callingOff(AggregateStore<Session> sessionStore, Relationships relationships) {
        return new CallingOff(sessionStore, relationships);
    }

    @Bean
    Reactions callingOffReactions(CallingOff callingOff) {
        return callingOff.reactionsToEnds();
    }
}
