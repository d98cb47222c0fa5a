package org.peercoaching.participant.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.Member;
import org.peercoaching.events.RelationshipEvent.Relationship;
import org.peercoaching.events.RelationshipEvent.Status;
import org.peercoaching.kit.decision.Decision.Accepted;

class PeersOfTest {

    @Test
    void theOthersOfAnOpenRelationshipArePeers() {
        assertThat(learn(Optional.empty(), "r1", Status.OPEN, "anna", "ben", "carla").all())
                .containsExactlyInAnyOrder("ben", "carla");
    }

    @Test
    void aRelationshipThatEndedLeavesNoPeers() {
        PeersOf open = learn(Optional.empty(), "r1", Status.OPEN, "anna", "ben");
        assertThat(learn(Optional.of(open), "r1", Status.ENDED, "anna", "ben").all()).isEmpty();
    }

    @Test
    void somebodyStaysAPeerWhileAnotherRelationshipIsOpen() {
        PeersOf first = learn(Optional.empty(), "r1", Status.OPEN, "anna", "ben");
        PeersOf both = learn(Optional.of(first), "r2", Status.OPEN, "anna", "ben", "carla");
        PeersOf second = learn(Optional.of(both), "r1", Status.ENDED, "anna", "ben");
        assertThat(second.all()).containsExactlyInAnyOrder("ben", "carla");
    }

    @Test
    void toldTwiceIsToldOnce() {
        PeersOf once = learn(Optional.empty(), "r1", Status.OPEN, "anna", "ben");
        assertThat(learn(Optional.of(once), "r1", Status.OPEN, "anna", "ben")).isEqualTo(once);
    }

    private static PeersOf learn(
            Optional<PeersOf> known, String relationship, Status status, String... members) {
        Relationship told =
                new Relationship(
                        relationship,
                        "match",
                        "program",
                        14,
                        Stream.of(members).map(id -> new Member(id, "e-" + id, "/hr")).toList(),
                        status,
                        Instant.EPOCH,
                        null,
                        null);
        return ((Accepted<PeersOf>) PeersOf.learn(known, List.of(members).getFirst(), told))
                .state();
    }
}
