package org.peercoaching.kit.consume;

import com.mongodb.MongoException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.EventReader;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.ReadResult;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes polled records apart: readable events go to the reactions, in order; the rest is counted
 * and skipped, or dead-lettered at once, and its neighbours are applied. Trouble with the store or
 * the broker is thrown on, so that the container gives the whole poll again; reactions know what
 * they have seen.
 */
final class EventEdge {

    private static final Logger log = LoggerFactory.getLogger(EventEdge.class);

    private record Readable(ConsumerRecord<byte[], byte[]> record, PublishedEvent published) {}

    /**
     * What became of a record.
     *
     * @param letter why it is dead-lettered; null where it is not
     */
    private record Fate(String outcome, @Nullable String letter) {}

    private final EventReader reader = new EventReader();
    private final EventBatch batch;
    private final DeadLetters deadLetters;
    private final ConsumedMeters meters;
    private final String replay;

    /**
     * The edge of a group.
     *
     * @param replay the topic by which dead letters of any topic are given back to it
     */
    EventEdge(EventBatch batch, DeadLetters deadLetters, ConsumedMeters meters, String replay) {
        this.batch = batch;
        this.deadLetters = deadLetters;
        this.meters = meters;
        this.replay = replay;
    }

    /**
     * Nothing is counted or dead-lettered before everything is applied: a poll that comes again
     * because the store was away would count and keep it again.
     */
    void accept(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<ConsumerRecord<byte[], byte[]>, Fate> fates = new LinkedHashMap<>();
        List<Readable> readable = new ArrayList<>(records.size());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            switch (reader.read(record)) {
                case ReadResult.Read(PublishedEvent published) -> {
                    if (belongs(published, record.topic())) {
                        readable.add(new Readable(record, published));
                    } else {
                        fates.put(record, malformed("the event belongs on another topic"));
                    }
                }
                case ReadResult.Unknown(String type) -> fates.put(record, counted(Handled.IGNORED));
                case ReadResult.Erased erased -> fates.put(record, new Fate("erased", null));
                case ReadResult.Malformed(String cause) -> fates.put(record, malformed(cause));
            }
        }
        if (!readable.isEmpty()) {
            apply(readable, fates);
        }
        fates.forEach((record, fate) -> {
            if (fate.letter() != null) {
                deadLetter(record, fate.letter());
            }
        });
        fates.forEach((record, fate) -> meters.count(record.topic(), fate.outcome()));
    }

    /** Who may write to one topic must not speak for another. */
    private boolean belongs(PublishedEvent published, String topic) {
        return topic.equals(published.type().topic().name()) || topic.equals(replay);
    }

    private static Fate malformed(String cause) {
        return new Fate("malformed", cause);
    }

    private static Fate counted(Handled outcome) {
        return new Fate(outcome.name().toLowerCase(Locale.ROOT), null);
    }

    private void apply(List<Readable> readable, Map<ConsumerRecord<byte[], byte[]>, Fate> fates) {
        List<Handled> outcomes;
        try {
            outcomes = batch.apply(readable.stream().map(Readable::published).toList());
        } catch (RuntimeException e) {
            if (passes(e)) {
                throw e;
            }
            oneByOne(readable, e, fates);
            return;
        }
        for (int i = 0; i < outcomes.size(); i++) {
            fates.put(readable.get(i).record(), counted(outcomes.get(i)));
        }
    }

    /** Whether the trouble is the store's, the broker's or the moment's, and not the event's. */
    private static boolean passes(RuntimeException failure) {
        return failure instanceof MongoException
                || failure instanceof KafkaException
                || failure instanceof RefusedException refused
                        && refused.refusal().kind() == Refusal.Kind.UNAVAILABLE;
    }

    /** One of them cannot be applied: find which, and let its neighbours through. */
    private void oneByOne(
            List<Readable> readable,
            RuntimeException failure,
            Map<ConsumerRecord<byte[], byte[]>, Fate> fates) {
        if (readable.size() == 1) {
            Readable only = readable.getFirst();
            log.atError()
                    .addKeyValue("event", only.published().id())
                    .setCause(failure)
                    .log("A reader failed on an event; it is dead-lettered");
            fates.put(
                    only.record(),
                    new Fate("failed", "the reader failed: " + failure.getClass().getName()));
            return;
        }
        for (Readable one : readable) {
            apply(List.of(one), fates);
        }
    }

    private void deadLetter(ConsumerRecord<byte[], byte[]> record, String cause) {
        deadLetters.keep(record, cause);
        log.atWarn()
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("cause", cause)
                .log("A record was dead-lettered");
    }
}
