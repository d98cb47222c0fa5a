package org.peercoaching.kit.consume;

import com.mongodb.MongoException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
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

    private final EventReader reader = new EventReader();
    private final EventBatch batch;
    private final DeadLetters deadLetters;
    private final ConsumedMeters meters;

    EventEdge(EventBatch batch, DeadLetters deadLetters, ConsumedMeters meters) {
        this.batch = batch;
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    void accept(List<ConsumerRecord<byte[], byte[]>> records) {
        List<Readable> readable = new ArrayList<>(records.size());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            switch (reader.read(record)) {
                case ReadResult.Read(PublishedEvent published) ->
                        readable.add(new Readable(record, published));
                case ReadResult.Unknown(String type) ->
                        meters.count(record.topic(), Handled.IGNORED);
                case ReadResult.Erased erased -> meters.count(record.topic(), "erased");
                case ReadResult.Malformed(String cause) -> deadLetter(record, "malformed", cause);
            }
        }
        if (!readable.isEmpty()) {
            apply(readable);
        }
    }

    private void apply(List<Readable> readable) {
        List<Handled> outcomes;
        try {
            outcomes = batch.apply(readable.stream().map(Readable::published).toList());
        } catch (RuntimeException e) {
            if (passes(e)) {
                throw e;
            }
            oneByOne(readable, e);
            return;
        }
        for (int i = 0; i < outcomes.size(); i++) {
            meters.count(readable.get(i).record().topic(), outcomes.get(i));
        }
    }

    /** Whether it is trouble of the moment, and not of the events. */
    private static boolean passes(RuntimeException failure) {
        return failure instanceof MongoException
                || failure instanceof KafkaException
                || failure instanceof RefusedException refused
                        && refused.refusal().kind() == Refusal.Kind.UNAVAILABLE;
    }

    /** One of them cannot be applied: find which, and let its neighbours through. */
    private void oneByOne(List<Readable> readable, RuntimeException failure) {
        if (readable.size() == 1) {
            Readable only = readable.getFirst();
            log.atError()
                    .addKeyValue("event", only.published().id())
                    .setCause(failure)
                    .log("A reader failed on an event; it is dead-lettered");
            deadLetter(
                    only.record(), "failed", "the reader failed: " + failure.getClass().getName());
            return;
        }
        for (Readable one : readable) {
            apply(List.of(one));
        }
    }

    private void deadLetter(ConsumerRecord<byte[], byte[]> record, String outcome, String cause) {
        deadLetters.keep(record, cause);
        meters.count(record.topic(), outcome);
        log.atWarn()
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("cause", cause)
                .log("A record was dead-lettered");
    }
}
