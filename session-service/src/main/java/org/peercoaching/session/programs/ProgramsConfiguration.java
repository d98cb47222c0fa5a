package org.peercoaching.session.programs;

import com.mongodb.client.MongoDatabase;
import org.peercoaching.kit.consume.Reactions;
import org.peercoaching.kit.mongo.Replica;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProgramsConfiguration {

    @Bean
    Programs programs(MongoDatabase database) {
        return new Programs(Replica.open(database, "programs", Program.class));
    }

    @Bean
    Reactions programReactions(Programs programs) {
        return programs.reactionsToPrograms();
    }
}
