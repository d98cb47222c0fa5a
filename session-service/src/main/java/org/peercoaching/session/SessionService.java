package org.peercoaching.session;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service of relationships and sessions. */
@SpringBootApplication
public class SessionService {

    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(SessionService.class, args);
    }
}
