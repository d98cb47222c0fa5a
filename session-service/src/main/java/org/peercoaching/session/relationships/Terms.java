package org.peercoaching.session.relationships;

import java.time.Instant;
import java.util.List;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.events.Member;

/**
 * What a relationship rests on; it never changes.
 *
 * @param cadenceDays days from one session to the next
 * @param members who meets, with the enrollment and the unit that each seat counts for
 * @param startedAt when the match was published
 */
public record Terms(
        String matchId,
        String programId,
        int cadenceDays,
        List<Member> members,
        Instant startedAt) {

    static Terms of(MatchEvent.Match match) {
        return new Terms(
                match.matchId(),
                match.programId(),
                match.cadenceDays(),
                match.members(),
                match.matchedAt());
    }

    /** Whether a person is one of the members. */
    public boolean hasMember(String participantId) {
        return members.stream().anyMatch(member -> member.participantId().equals(participantId));
    }
}
