package org.peercoaching.participant.peers;

import org.peercoaching.kit.aggregate.AggregateStores;
import org.peercoaching.kit.consume.Reactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is kept of relationships. */
@Configuration
class PeersConfiguration {

    @Bean
    Peers peers(AggregateStores stores) {
        return new Peers(stores.of("peers", PeersOf.class).open());
    }

    @Bean
    Reactions peerReactions(Peers peers) {
        return peers.reactionsToRelationships();
    }
}
