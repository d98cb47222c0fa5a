package org.peercoaching.participant;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The participant service. */
@SpringBootApplication
public class ParticipantService {

    /** Starts it; everything it needs to know comes from its environment. */
    public static void main(String[] args) {
        SpringApplication.run(ParticipantService.class, args);
    }
}
