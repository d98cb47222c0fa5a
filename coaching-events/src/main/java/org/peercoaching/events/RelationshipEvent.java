package org.peercoaching.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a match becomes: members who meet at a cadence. */
public sealed interface RelationshipEvent extends CoachingEvent {

    /** The relationship after the change. */
    Relationship relationship();

    /** The members can meet. */
    record RelationshipStarted(Relationship relationship) implements RelationshipEvent {}

    /** The members meet no more. */
    record RelationshipEnded(Relationship relationship) implements RelationshipEvent {}

    /**
     * A relationship.
     *
     * @param cadenceDays days from one session to the next
     * @param startedAt when the match was published
     */
    record Relationship(
            @Code(Code.ID) String relationshipId,
            @Code(Code.ID) String matchId,
            @Code(Code.ID) String programId,
            @Bounds(min = 1, max = 366) int cadenceDays,
            List<Member> members,
            Status status,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable EndReason endReason) {}

    /** Whether the members may meet. */
    enum Status {
        OPEN,
        ENDED
    }

    /** Why a relationship ended. */
    enum EndReason {
        COMPLETED,
        DECLINED,
        MEMBER_ENDED_IT,
        MEMBER_WITHDREW,
        MEMBER_LEFT_ORGANIZATION,
        PROGRAM_ENDED
    }
}
