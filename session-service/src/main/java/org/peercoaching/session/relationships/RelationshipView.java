package org.peercoaching.session.relationships;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.Member;
import org.peercoaching.events.RelationshipEvent.EndReason;
import org.peercoaching.events.RelationshipEvent.Status;
import org.peercoaching.kit.aggregate.Versioned;

/**
 * A relationship as the API shows it.
 *
 * @param circle whether the members meet as a circle, and not as a pair or a trio
 * @param members participant ids
 * @param endedAt null while it is open
 * @param endReason null while it is open
 */
record RelationshipView(
        String id,
        String matchId,
        String programId,
        int cadenceDays,
        boolean circle,
        List<String> members,
        Status status,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable EndReason endReason) {

    static RelationshipView of(Versioned<Relationship> relationship) {
        Life life = relationship.state().life();
        Terms terms = life.agreed().orElseThrow();
        Optional<Ending> ending = life.over();
        return new RelationshipView(
                relationship.id(),
                terms.matchId(),
                terms.programId(),
                terms.cadenceDays(),
                terms.circle(),
                terms.members().stream().map(Member::participantId).toList(),
                ending.isPresent() ? Status.ENDED : Status.OPEN,
                terms.startedAt(),
                ending.map(Ending::at).orElse(null),
                ending.map(Ending::reason).orElse(null));
    }
}
