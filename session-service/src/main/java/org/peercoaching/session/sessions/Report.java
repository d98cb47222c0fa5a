package org.peercoaching.session.sessions;

import java.util.List;
import java.util.stream.Stream;

/**
 * What members say of a session that took place. Whoever is not said to be absent was there; who
 * was there and had no turn observed.
 *
 * @param minutes its real length
 * @param absent participant ids of the members who were not there
 * @param confirmedBy participant ids of those who say so; the first reported it
 */
public record Report(int minutes, List<Turn> turns, List<String> absent, List<String> confirmedBy) {

    boolean attended(String participantId) {
        return !absent.contains(participantId);
    }

    boolean confirmedBy(String participantId) {
        return confirmedBy.contains(participantId);
    }

    Report alsoConfirmedBy(String participantId) {
        return new Report(
                minutes,
                turns,
                absent,
                Stream.concat(confirmedBy.stream(), Stream.of(participantId)).toList());
    }

    /**
     * Minutes that a member coached.
     *
     * @param there who was there, in the order of the members
     */
    int minutesAsCoach(String participantId, List<String> there) {
        return turns.stream().mapToInt(turn -> turn.minutesOf(participantId, there)).sum();
    }

    int minutesAsCoachee(String participantId) {
        return turns.stream()
                .filter(turn -> turn.coachee().equals(participantId))
                .mapToInt(Turn::minutes)
                .sum();
    }
}
