package org.peercoaching.participant.directory;

import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The directory's stores. */
@Configuration
class DirectoryConfiguration {

    @Bean
    AggregateStore<Person> participants(AggregateStores stores) {
        return stores.of("participants", Person.class).open();
    }

    @Bean
    AggregateStore<Profile> matchingProfiles(AggregateStores stores) {
        return stores.of("matching-profiles", Profile.class).open();
    }
}
