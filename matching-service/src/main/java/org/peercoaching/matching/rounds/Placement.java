package org.peercoaching.matching.rounds;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where a round puts a person.
 *
 * @param match the position of their match among the round's; -1 for nobody
 * @param partners participant ids of the others in it, sorted
 * @param score points of the match, the mean of its pairs, 0 to 10,000; 0 for nobody
 */
public record Placement(String participantId, int match, List<String> partners, int score) {

    static Placement alone(String participantId) {
        return new Placement(participantId, -1, List.of(), 0);
    }

    /** Participant ids of all in the match, sorted; the person alone where there is none. */
    List<String> members() {
        return Stream.concat(Stream.of(participantId), partners.stream()).sorted().toList();
    }

    boolean matched() {
        return match >= 0;
    }
}
