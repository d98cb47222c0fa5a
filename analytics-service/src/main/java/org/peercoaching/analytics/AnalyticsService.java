package org.peercoaching.analytics;

import java.time.ZoneId;
import org.peercoaching.analytics.calendar.ReportingZone;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The analytics service. */
@SpringBootApplication
@EnableScheduling
public class AnalyticsService {

    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(AnalyticsService.class, args);
    }

    @Bean
    ReportingZone reportingZone(@Value("${coaching.reporting-zone}") ZoneId zone) {
        return new ReportingZone(zone);
    }
}
