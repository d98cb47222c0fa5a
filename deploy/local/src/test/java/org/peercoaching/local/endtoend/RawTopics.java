package org.peercoaching.local.endtoend;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.peercoaching.events.CoachingEvent;
import org.peercoaching.events.EnrollmentEvent;
import org.peercoaching.events.ExchangeEvent;
import org.peercoaching.events.GoalEvent;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.RelationshipEvent;
import org.peercoaching.events.SessionEvent;
import org.peercoaching.events.TallyEvent;
import org.peercoaching.events.Topics;
import org.peercoaching.testkit.TopicReader;

/** All that lies on the contract's topics, read from the start with a plain consumer. */
public final class RawTopics {

    private final Map<String, List<ConsumerRecord<byte[], byte[]>>> records = new LinkedHashMap<>();
    private final List<PublishedEvent> events;

    /** Reads all topics of a broker. */
    public RawTopics(String brokers) {
        Topics.all()
                .forEach(topic ->
                        records.put(topic.name(), TopicReader.records(brokers, topic.name())));
        events =
                records.values().stream()
                        .flatMap(each -> TopicReader.readable(each).stream())
                        .toList();
    }

    /** The events, repeats included, each topic in the order of its partitions. */
    public List<PublishedEvent> events() {
        return events;
    }

    /** The events that count in the figures of one program. */
    List<PublishedEvent> eventsOf(String program) {
        return events.stream().filter(event -> isOf(program, event.event())).toList();
    }

    private static boolean isOf(String program, CoachingEvent event) {
        return switch (event) {
            case EnrollmentEvent it -> it.enrollment().programId().equals(program);
            case GoalEvent it -> it.goal().programId().equals(program);
            case RelationshipEvent it -> it.relationship().programId().equals(program);
            case SessionEvent it -> it.session().programId().equals(program);
            case ExchangeEvent it -> it.exchange().programId().equals(program);
            case TallyEvent it -> it.tally().programId().equals(program);
            default -> false;
        };
    }

    /** The short names of the types of the events. */
    public Set<String> types() {
        return events.stream()
                .map(event -> event.type().shortName())
                .collect(toCollection(TreeSet::new));
    }

    /** How many records are not events of the contract. */
    public long unreadable() {
        return records.values().stream().mapToLong(List::size).sum() - events.size();
    }

    /**
     * The sequence of the last event of each aggregate; several where aggregates of several kinds
     * share an id.
     */
    public Map<String, Set<Long>> lastSequences() {
        Map<String, Set<Long>> last = new TreeMap<>();
        firstOccurrences()
                .forEach((source, sequences) ->
                        last.computeIfAbsent(
                                        source.substring(source.lastIndexOf('/') + 1),
                                        id -> new TreeSet<>())
                                .add(Collections.max(sequences)));
        return last;
    }

    /** How many events came again. */
    public long repeats() {
        return events.size() - firstOccurrences().values().stream().mapToLong(List::size).sum();
    }

    /**
     * The sources whose first occurrences are not 1, 2, 3 and so on: something was lost, or came in
     * disorder.
     */
    public Map<String, List<Long>> sourcesInDisorder() {
        Map<String, List<Long>> disorder = new TreeMap<>(firstOccurrences());
        disorder.values()
                .removeIf(sequences ->
                        sequences.equals(
                                LongStream.rangeClosed(1, sequences.size()).boxed().toList()));
        return disorder;
    }

    /** What the services owe to what was announced; nothing is under way any more. */
    public List<String> missingReactions() {
        return Reactions.missing(events);
    }

    /**
     * The weeks of programs whose tallies tell of other answers than were given.
     *
     * @param zone in which weeks begin; the tallies of all of them are due
     */
    public List<String> talliesInDisagreement(ZoneId zone) {
        return Tallied.disagreeing(events, zone);
    }

    /** The names of all headers that records have. */
    public Set<String> headers() {
        return records.values().stream()
                .flatMap(List::stream)
                .flatMap(record -> Stream.of(record.headers().toArray()))
                .map(Header::key)
                .collect(toCollection(TreeSet::new));
    }

    /** Events that came again with other data than the first time. */
    public List<String> contradictions() {
        Map<String, List<PublishedEvent>> byId =
                events.stream()
                        .collect(groupingBy(event -> event.source() + " " + event.sequence()));
        return byId.entrySet().stream()
                .filter(same ->
                        same.getValue().stream().map(PublishedEvent::event).distinct().count() > 1)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private Map<String, List<Long>> firstOccurrences() {
        return events.stream()
                .collect(
                        groupingBy(
                                PublishedEvent::source,
                                collectingAndThen(
                                        mapping(PublishedEvent::sequence, toList()),
                                        sequences -> sequences.stream().distinct().toList())));
    }
}
