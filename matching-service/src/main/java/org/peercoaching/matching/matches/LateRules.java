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
     * @return by participant id; empty where all may meet
     */
    static Map<String, Reason> forbidden(
            List<Person> people, String matchId, ReportingLines lines, Instant now) {
        Map<String, Reason> forbidden = new HashMap<>();
        for (Person one : people) {
            String id = one.participantId();
            List<Person> others = people.stream().filter(other -> other != one).toList();
            if (others.stream().anyMatch(other -> lines.connect(id, other.participantId()))) {
                forbidden.put(id, Reason.REPORTING_LINE);
            } else if (others.stream().anyMatch(other -> met(one, other, matchId, now))) {
                forbidden.put(id, Reason.KEPT_APART);
            }
        }
        return forbidden;
    }

    private static boolean met(Person one, Person other, String matchId, Instant now) {
        return remembers(one, other, matchId, now) || remembers(other, one, matchId, now);
    }

    private static boolean remembers(Person one, Person other, String matchId, Instant now) {
        return one.release(matchId).earlierPartners(now).contains(other.participantId());
    }
}
