package org.peercoaching.participant.peers;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peercoaching.events.Member;
import org.peercoaching.events.RelationshipEvent.Relationship;
import org.peercoaching.events.RelationshipEvent.Status;
import org.peercoaching.kit.decision.Decision;

/**
 * A person's current peers.
 *
 * @param circles one for each open relationship
 */
public record PeersOf(List<Circle> circles) {

    /** The others in one open relationship. */
    public record Circle(String relationshipId, List<String> peers) {}

    /** What a relationship says now of one of its members. */
    static Decision<PeersOf> learn(
            Optional<PeersOf> known, String member, Relationship relationship) {
        Stream<Circle> others =
                known.map(PeersOf::circles).orElse(List.of()).stream()
                        .filter(it -> !it.relationshipId().equals(relationship.relationshipId()));
        Stream<Circle> now =
                relationship.status() == Status.OPEN
                        ? Stream.of(circle(member, relationship))
                        : Stream.empty();
        return Decision.accepted(new PeersOf(Stream.concat(others, now).toList()));
    }

    private static Circle circle(String member, Relationship relationship) {
        return new Circle(
                relationship.relationshipId(),
                relationship.members().stream()
                        .map(Member::participantId)
                        .filter(id -> !id.equals(member))
                        .toList());
    }

    /** Everybody in any of them, once. */
    Set<String> all() {
        return circles.stream()
                .flatMap(circle -> circle.peers().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
