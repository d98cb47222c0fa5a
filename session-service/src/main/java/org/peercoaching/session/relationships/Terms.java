package org.peercoaching.session.relationships;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.events.Member;

/**
 * What a relationship rests on; it never changes.
 *
 * @param cadenceDays days from one session to the next
 * @param circle whether the members meet as a circle, and not as a pair or a trio
 * @param members who meets, with the enrollment and the unit that each seat counts for
 * @param startedAt when the match was published
 * @param sessionMinutes planned length of its sessions; null where the program was not known when
 *     it began
 */
public record Terms(
        String matchId,
        String programId,
        int cadenceDays,
        boolean circle,
        List<Member> members,
        Instant startedAt,
        @Nullable Integer sessionMinutes) {

    static Terms of(MatchEvent.Match match, Optional<Integer> sessionMinutes) {
        return new Terms(
                match.matchId(),
                match.programId(),
                match.cadenceDays(),
                match.circle(),
                match.members(),
                match.matchedAt(),
                sessionMinutes.orElse(null));
    }

    /** The planned length of its sessions, if the program was known when it began. */
    public Optional<Integer> usualMinutes() {
        return Optional.ofNullable(sessionMinutes);
    }

    /** Whether a person is one of the members. */
    public boolean hasMember(String participantId) {
        return members.stream().anyMatch(member -> member.participantId().equals(participantId));
    }
}
