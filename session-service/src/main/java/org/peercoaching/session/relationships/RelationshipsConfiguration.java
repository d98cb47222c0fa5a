package org.peercoaching.session.relationships;

import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.AggregateStores;
import org.peercoaching.kit.consume.Reactions;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.session.programs.Programs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RelationshipsConfiguration {

    @Bean
    AggregateStore<Seat> seatStore(AggregateStores stores) {
        return stores.of("seats", Seat.class).open();
    }

    @Bean
    AggregateStore<Relationship> relationshipStore(AggregateStores stores) {
        return stores.of("relationships", Relationship.class)
                .indexed(Relationships.MEMBER_FIELD)
                .upcast(RelationshipsConfiguration::beforeCircles)
                .open();
    }

    /** All relationships were pairs and trios; one whose end was heard first has no terms. */
    private static BsonDocument beforeCircles(BsonDocument relationship) {
        BsonDocument life = relationship.getDocument("life");
        if (life.containsKey("terms")) {
            life.getDocument("terms").append("circle", BsonBoolean.FALSE);
        }
        return relationship;
    }

    @Bean
    Access access(Programs programs) {
        return new Access(programs);
    }

    @Bean
    Relationships relationships(
            AggregateStore<Relationship> relationshipStore, Access access, BusinessClock clock) {
        return new Relationships(relationshipStore, access, clock);
    }

    @Bean
    BeginningsAndEndings beginningsAndEndings(
            AggregateStore<Seat> seatStore,
            AggregateStore<Relationship> relationshipStore,
            Programs programs) {
        return new BeginningsAndEndings(seatStore, relationshipStore, programs);
    }

    @Bean
    Reactions relationshipReactions(BeginningsAndEndings beginningsAndEndings) {
        return beginningsAndEndings.reactionsToOthers();
    }
}
