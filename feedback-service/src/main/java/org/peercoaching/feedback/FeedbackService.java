package org.peercoaching.feedback;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The service of feedback. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class FeedbackService {

    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(FeedbackService.class, args);
    }
}
