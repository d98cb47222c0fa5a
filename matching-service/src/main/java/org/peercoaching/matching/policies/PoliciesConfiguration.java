package org.peercoaching.matching.policies;

import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.AggregateStores;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.matching.programs.Programs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The policies and their store. */
@Configuration(proxyBeanMethods = false)
class PoliciesConfiguration {

    @Bean
    AggregateStore<PolicyHistory> policyStore(AggregateStores stores) {
        return stores.of("policies", PolicyHistory.class).open();
    }

    @Bean
    Policies policies(AggregateStore<PolicyHistory> store, Programs programs, BusinessClock clock) {
        return new Policies(store, programs, clock);
    }
}
