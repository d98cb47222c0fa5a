package org.peercoaching.local.endtoend;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.peercoaching.events.CoachingEvent;
import org.peercoaching.events.ExchangeEvent;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.TallyEvent;
import org.peercoaching.events.TallyEvent.Tally;

/**
 * Holds what was counted of the answers of weeks that are over against the answers that were given:
 * all are in a tally, but for those of fewer than five people in all, which stay untold.
 */
final class Tallied {

    private static final int K = 5;
    private static final int WEEK_CODE = "2026-W07".length();

    private Tallied() {}

    private record Week(String program, String code) {}

    private record Answer(String exchangeId, String giverId) {

        private static Answer of(ExchangeEvent.FeedbackGiven event) {
            return new Answer(event.exchange().exchangeId(), event.giverId());
        }

        /** Those who were there, too: an answer about two people counts as two. */
        private static long receivers(ExchangeEvent.FeedbackGiven event) {
            return event.exchange().requests().size() - 1;
        }
    }

    /**
     * The weeks of programs whose tallies tell of other answers than were given, in words.
     *
     * @param published all events, in any order, repeats included; of all weeks in them the tallies
     *     are due
     * @param zone in which weeks begin
     */
    static List<String> disagreeing(Collection<PublishedEvent> published, ZoneId zone) {
        Set<CoachingEvent> events = published.stream().map(PublishedEvent::event).collect(toSet());
        Map<Week, List<ExchangeEvent.FeedbackGiven>> given =
                all(events, ExchangeEvent.FeedbackGiven.class)
                        .collect(
                                groupingBy(event ->
                                        new Week(
                                                event.exchange().programId(),
                                                code(event.exchange().windowEndsAt(), zone))));
        Map<Week, List<Tally>> tallies =
                all(events, TallyEvent.class)
                        .map(TallyEvent::tally)
                        .collect(groupingBy(tally -> new Week(tally.programId(), tally.week())));
        Set<String> disagreeing = new TreeSet<>();
        Stream.concat(given.keySet().stream(), tallies.keySet().stream())
                .distinct()
                .filter(week ->
                        !agree(
                                given.getOrDefault(week, List.of()),
                                tallies.getOrDefault(week, List.of())))
                .forEach(week -> disagreeing.add(week.program() + " " + week.code()));
        return List.copyOf(disagreeing);
    }

    private static boolean agree(List<ExchangeEvent.FeedbackGiven> given, List<Tally> tallies) {
        long answers =
                given.stream()
                        .collect(toMap(Answer::of, Answer::receivers, (one, same) -> one))
                        .values()
                        .stream()
                        .mapToLong(receivers -> receivers)
                        .sum();
        long givers = given.stream().map(ExchangeEvent::giverId).distinct().count();
        long untold = givers - tallies.stream().mapToLong(Tally::givers).sum();
        long missing = answers - tallies.stream().mapToLong(Tally::answers).sum();
        return untold >= 0 && untold < K && missing >= untold && (untold > 0 || missing == 0);
    }

    private static String code(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_WEEK_DATE
                .format(instant.atZone(zone).toLocalDate())
                .substring(0, WEEK_CODE);
    }

    private static <E extends CoachingEvent> Stream<E> all(
            Collection<CoachingEvent> events, Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }
}
