package org.peercoaching.kit.time;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;

/** Business time: the clock and the work that falls due on it. */
@AutoConfiguration
public class TimeConfiguration {

    /** The clock that decisions read. */
    @Bean
    BusinessClock businessClock(@Value("${business-clock.file:}") String file) {
        return new BusinessClock(
                file.isEmpty() ? Duration.ZERO : BusinessClockEndpoint.offsetIn(Path.of(file)));
    }

    /** The buckets of due work. Handlers are asked for late: they use stores that may use this. */
    @Bean
    DueWork dueWork(
            MongoDatabase database,
            BusinessClock clock,
            ObjectProvider<List<DueHandler>> handlers) {
        return new DueWork(database, clock, () -> handlers.getIfAvailable(List::of));
    }

    @Bean
    DueRunner dueRunner(DueWork work) {
        return new DueRunner(work);
    }

    @Bean
    BusinessClockEndpoint businessClockEndpoint(BusinessClock clock, DueWork work) {
        return new BusinessClockEndpoint(clock, work);
    }

    @Bean
    DueWorkStarter dueWorkStarter(DueRunner runner) {
        return new DueWorkStarter(runner);
    }

    /** Starts looking when the service is ready. */
    record DueWorkStarter(DueRunner runner) {

        @EventListener(ApplicationReadyEvent.class)
        void ready() {
            runner.start();
        }
    }
}
