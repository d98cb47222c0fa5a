package org.peercoaching.matching;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service that matches people. */
@SpringBootApplication
public class MatchingService {

    /** Starts it; everything it needs to know comes from its environment. */
    public static void main(String[] args) {
        SpringApplication.run(MatchingService.class, args);
    }
}
