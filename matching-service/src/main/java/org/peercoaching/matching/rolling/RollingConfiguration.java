package org.peercoaching.matching.rolling;

import java.time.ZoneId;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.AggregateStores;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.kit.time.DueWork;
import org.peercoaching.matching.programs.Programs;
import org.peercoaching.matching.rounds.ScheduledRounds;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The schedules, which do their due work themselves. */
@Configuration(proxyBeanMethods = false)
class RollingConfiguration {

    @Bean
    AggregateStore<Schedule> scheduleStore(AggregateStores stores) {
        return stores.of("schedules", Schedule.class).open();
    }

    @Bean
    Schedules schedules(
            AggregateStore<Schedule> store,
            Programs programs,
            ScheduledRounds rounds,
            DueWork work,
            BusinessClock clock,
            @Value("${coaching.reporting-zone}") ZoneId zone) {
        return new Schedules(store, programs, rounds, work, clock, zone);
    }
}
