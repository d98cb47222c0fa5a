package org.peercoaching.participant.peers;

import static org.peercoaching.kit.consume.Reactions.reactions;

import java.util.Set;
import org.peercoaching.events.Member;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.RelationshipEvent;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.consume.Handled;
import org.peercoaching.kit.consume.Reactions;

/** Knows who is whose peer. */
public class Peers {

    private final AggregateStore<PeersOf> people;

    Peers(AggregateStore<PeersOf> people) {
        this.people = people;
    }

    /** The current peers of a person: one read. */
    public Set<String> of(String participantId) {
        return people.find(participantId).map(found -> found.state().all()).orElse(Set.of());
    }

    Reactions reactionsToRelationships() {
        return reactions().on(RelationshipEvent.class, this::onRelationship).build();
    }

    private Handled onRelationship(PublishedEvent published, RelationshipEvent event) {
        return event.relationship().members().stream()
                .map(Member::participantId)
                .map(member ->
                        Handled.of(
                                people.handle(
                                        member,
                                        Trigger.of(published),
                                        known ->
                                                PeersOf.learn(
                                                        known, member, event.relationship()))))
                .reduce(Handled.DUPLICATE, Handled::and);
    }
}
