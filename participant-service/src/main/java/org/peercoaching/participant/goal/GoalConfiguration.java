package org.peercoaching.participant.goal;

import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store of goals. */
@Configuration
class GoalConfiguration {

    @Bean
    AggregateStore<Goal> goalStore(AggregateStores stores) {
        return stores.of("goals", Goal.class).indexed("told.enrollmentId").open();
    }
}
