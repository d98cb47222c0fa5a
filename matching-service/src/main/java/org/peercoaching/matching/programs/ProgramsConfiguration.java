package org.peercoaching.matching.programs;

import static org.peercoaching.kit.consume.Reactions.reactions;

import com.mongodb.client.MongoDatabase;
import org.peercoaching.events.ProgramEvent;
import org.peercoaching.events.ProgramEvent.Program;
import org.peercoaching.kit.consume.Handled;
import org.peercoaching.kit.consume.Reactions;
import org.peercoaching.kit.mongo.Replica;
import org.peercoaching.matching.people.People;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The replica of programs, and what fills it. */
@Configuration(proxyBeanMethods = false)
class ProgramsConfiguration {

    @Bean
    Replica<Program> programReplica(MongoDatabase database) {
        return Replica.open(database, "programs", Program.class);
    }

    @Bean
    Programs programs(Replica<Program> replica, People people) {
        return new Programs(replica, people);
    }

    @Bean
    Reactions programReactions(Replica<Program> replica) {
        return reactions()
                .on(
                        ProgramEvent.class,
                        (published, event) ->
                                Handled.news(
                                        replica.keep(
                                                published.aggregateId(),
                                                published.sequence(),
                                                event.program())))
                .build();
    }
}
