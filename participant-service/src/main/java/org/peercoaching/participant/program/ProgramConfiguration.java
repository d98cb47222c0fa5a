package org.peercoaching.participant.program;

import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store of programs. */
@Configuration
class ProgramConfiguration {

    @Bean
    AggregateStore<Program> programStore(AggregateStores stores) {
        return stores.of("programs", Program.class)
                .indexed("told.status")
                .indexed("told.managers")
                .open();
    }
}
