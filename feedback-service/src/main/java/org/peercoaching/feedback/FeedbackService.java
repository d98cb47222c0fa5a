package org.peercoaching.feedback;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service of feedback. */
@SpringBootApplication
public class FeedbackService {

    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(FeedbackService.class, args);
    }
}
