package org.peercoaching.analytics.fact;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.peercoaching.events.Member;

/**
 * A member, as far as figures care.
 *
 * @param person the first 64 bits of the participant id
 * @param unit the org unit at enrollment, in which the seat counts
 */
public record Seat(long person, String unit) {

    static Seat of(Member member) {
        return new Seat(Person.bits(member.participantId()), member.unit());
    }

    static List<Long> people(List<Seat> seats) {
        return seats.stream().map(Seat::person).toList();
    }

    static Map<String, List<Seat>> byUnit(List<Seat> seats) {
        return seats.stream()
                .collect(groupingBy(Seat::unit, TreeMap::new, Collectors.toUnmodifiableList()));
    }
}
