package org.peercoaching.participant.enrollment;

import static org.peercoaching.kit.consume.Reactions.reactions;

import org.peercoaching.events.EnrollmentEvent.EnrollmentApproved;
import org.peercoaching.events.ParticipantEvent.ParticipantChanged;
import org.peercoaching.events.ParticipantEvent.ParticipantLeft;
import org.peercoaching.events.ProgramEvent.ProgramClosed;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.AggregateStores;
import org.peercoaching.kit.consume.Reactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stores of enrollments, and what they react to. */
@Configuration
class EnrollmentConfiguration {

    @Bean
    AggregateStore<Journey> enrollmentStore(AggregateStores stores) {
        return stores.of("enrollments", Journey.class)
                .indexed("told.participantId")
                .indexed("told.programId")
                .open();
    }

    @Bean
    AggregateStore<Belonging> belongings(AggregateStores stores) {
        return stores.of("belongings", Belonging.class).open();
    }

    @Bean
    Reactions endingReactions(Endings endings) {
        return reactions()
                .on(EnrollmentApproved.class, endings::onApproved)
                .on(ParticipantLeft.class, endings::onLeft)
                .on(ParticipantChanged.class, endings::onChanged)
                .on(ProgramClosed.class, endings::onClosed)
                .build();
    }
}
