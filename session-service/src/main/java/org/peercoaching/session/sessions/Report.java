package org.peercoaching.session.sessions;

import java.util.List;
import java.util.stream.Stream;

/**
 * What members say of a session that took place. All of them were there; who had no turn observed.
 *
 * @param minutes its real length
 * @param confirmedBy participant ids of those who say so; the first reported it
 */
public record Report(int minutes, List<Turn> turns, List<String> confirmedBy) {

    boolean confirmedBy(String participantId) {
        return confirmedBy.contains(participantId);
    }

    Report alsoConfirmedBy(String participantId) {
        return new Report(
                minutes,
                turns,
                Stream.concat(confirmedBy.stream(), Stream.of(participantId)).toList());
    }

    int minutesAsCoach(String participantId) {
        return turns.stream()
                .filter(turn -> turn.coach().equals(participantId))
                .mapToInt(Turn::minutes)
                .sum();
    }

    int minutesAsCoachee(String participantId) {
        return turns.stream()
                .filter(turn -> turn.coachee().equals(participantId))
                .mapToInt(Turn::minutes)
                .sum();
    }
}
