package org.peercoaching.participant.directory;

import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The directory's stores. */
@Configuration
class DirectoryConfiguration {

    @Bean
    AggregateStore<Person> participants(AggregateStores stores) {
        return stores.of("participants", Person.class)
                .indexed("login")
                .indexed("externalId")
                .upcast(DirectoryConfiguration::withNameAndWork)
                .open();
    }

    /**
     * Name and unit were texts, the standing had another name, and what the HR system says of the
     * work was in the profile only.
     */
    private static BsonDocument withNameAndWork(BsonDocument person) {
        person.put("standing", person.remove("status"));
        person.put("name", new BsonDocument("formatted", person.getString("name")));
        person.put(
                "work",
                new BsonDocument("unit", person.remove("unit"))
                        .append("languages", new BsonArray()));
        return person;
    }

    @Bean
    AggregateStore<Profile> matchingProfiles(AggregateStores stores) {
        return stores.of("matching-profiles", Profile.class)
                .upcast(profile -> profile.append("follows", new BsonInt64(0)))
                .open();
    }
}
