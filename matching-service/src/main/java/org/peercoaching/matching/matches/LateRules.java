package org.peercoaching.matching.matches;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.peercoaching.events.UnmatchedEvent.Reason;
import org.peercoaching.matching.people.Person;
import org.peercoaching.matching.people.ReportingLines;

/**
 * The hard rules that news can break between the computation of a round and its publication: days
 * may lie between the two, and people get other managers and partners meanwhile.
 */
final class LateRules {

    private LateRules() {}

    /**
     * Who of some people must not meet another of them, and why.
     *
     * @param matchId the match that holds them: being partners in this one forbids nothing
     * @param since partners of matches that were open at this instant or later do not meet yet
     * @return by participant id; empty where all may meet
     */
    static Map<String, Reason> forbidden(
            List<Person> people, String matchId, ReportingLines lines, Instant since) {
        Map<String, Reason> forbidden = new HashMap<>();
        for (Person one : people) {
            String id = one.participantId();
            List<Person> others = people.stream().filter(other -> other != one).toList();
            if (others.stream().anyMatch(other -> lines.connect(id, other.participantId()))) {
                forbidden.put(id, Reason.REPORTING_LINE);
            } else if (others.stream().anyMatch(other -> apart(one, other, matchId, since))) {
                // No reason of its own, lest it tell somebody that they were vetoed meanwhile.
                forbidden.put(id, Reason.NO_ONE_LEFT);
            }
        }
        return forbidden;
    }

    private static boolean apart(Person one, Person other, String matchId, Instant since) {
        return keeps(one, other, matchId, since) || keeps(other, one, matchId, since);
    }

    private static boolean keeps(Person one, Person other, String matchId, Instant since) {
        return one.release(matchId).keptApart(since).contains(other.participantId());
    }
}
