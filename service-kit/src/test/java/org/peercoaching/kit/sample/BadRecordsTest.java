package org.peercoaching.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.Search;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.EventWriter;
import org.peercoaching.events.GoalEvent;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.Topics;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.testkit.BadRecord;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.TestBroker;
import org.peercoaching.testkit.TopicReader;
import org.peercoaching.testkit.TopicWriter;

/**
 * What a stranger may put on a topic: it is dead-lettered or skipped, and its neighbours are
 * applied.
 */
@ServiceTest
class BadRecordsTest {

    private static final String GOALS = Topics.GOALS.name();
    private static final String DEAD_LETTERS = Topics.deadLetters("kit");

    private final AggregateStore<SampleService.Follower> followers;
    private final MeterRegistry meters;
    private final StoreTrouble trouble;

    /** One key, so that all records of a test lie in one partition, in order. */
    private final String id = Ids.random();

    BadRecordsTest(
            AggregateStore<SampleService.Follower> followers,
            MeterRegistry meters,
            StoreTrouble trouble) {
        this.followers = followers;
        this.meters = meters;
        this.trouble = trouble;
    }

    @Test
    void whatIsNotJsonIsKeptAsItWas() {
        ProducerRecord<String, byte[]> bad = BadRecord.NOT_JSON.of(good(1));
        neighboursAreAppliedAround(bad);
        ConsumerRecord<byte[], byte[]> letter = deadLetter();
        assertThat(letter.value()).isEqualTo(bad.value());
        assertThat(letter.key()).isEqualTo(id.getBytes(StandardCharsets.UTF_8));
        for (Header header : bad.headers()) {
            assertThat(header(letter, header.key()))
                    .isEqualTo(new String(header.value(), StandardCharsets.UTF_8));
        }
        assertThat(header(letter, "dlt-topic")).isEqualTo(GOALS);
        assertThat(header(letter, "dlt-partition")).matches("[0-9]+");
        assertThat(header(letter, "dlt-offset")).matches("[0-9]+");
        assertThat(header(letter, "dlt-cause")).contains("not JSON");
    }

    @Test
    void whatBreaksItsSchemaIsDeadLettered() {
        neighboursAreAppliedAround(BadRecord.BREAKING_ITS_SCHEMA.of(good(1)));
        assertThat(header(deadLetter(), "dlt-cause")).contains("schema");
    }

    @Test
    void aRecordWithoutAnIdIsDeadLettered() {
        neighboursAreAppliedAround(BadRecord.WITHOUT_ID.of(good(1)));
        assertThat(header(deadLetter(), "dlt-cause"))
                .contains("not a CloudEvent")
                .doesNotContain(id);
    }

    @Test
    void aNullValueIsDeadLetteredExceptWhereItMeansErased() {
        TopicWriter.send(new ProducerRecord<>(Topics.MATCHING_PROFILES.name(), id + ":1", null));
        neighboursAreAppliedAround(BadRecord.WITHOUT_VALUE.of(good(1)));
        assertThat(header(deadLetter(), "dlt-cause")).contains("null");
        await().untilAsserted(() ->
                assertThat(count(Topics.MATCHING_PROFILES.name(), "erased")).isPositive());
    }

    @Test
    void aRecordJustUnderTheBrokersLimitStillFitsAmongTheDeadLetters() {
        ProducerRecord<String, byte[]> huge = BadRecord.JUST_UNDER_THE_BROKERS_LIMIT.of(good(1));
        neighboursAreAppliedAround(huge);
        ConsumerRecord<byte[], byte[]> letter = deadLetter();
        assertThat(letter.value()).isEqualTo(huge.value());
        assertThat(header(letter, "dlt-cause")).contains("not JSON");
    }

    @Test
    void aRecordThatOnlyFittedCompressedIsNotedAndHoldsNobodyUp() throws Exception {
        byte[] huge = new byte[5 * TestBroker.MAX_MESSAGE_BYTES];
        java.util.Arrays.fill(huge, (byte) 'x');
        TopicWriter.send(good(1));
        try (Producer<String, byte[]> compressing =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                TestBroker.brokers(),
                                "compression.type",
                                "gzip",
                                "max.request.size",
                                2 * huge.length),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> good = good(1);
            compressing.send(new ProducerRecord<>(GOALS, null, id, huge, good.headers())).get();
        }
        TopicWriter.send(good(7));
        await().untilAsserted(
                        () -> assertThat(followed()).contains(new SampleService.Follower(2, 7)));
        assertThat(deadLetter().value()).isNull();
        assertThat(header(deadLetter(), "dlt-cause")).contains("not JSON");
        assertThat(header(deadLetter(), "dlt-size")).isEqualTo(Integer.toString(huge.length));
    }

    @Test
    void anEventOnAnotherTopicThanItsOwnIsDeadLettered() {
        neighboursAreAppliedAround();
        ProducerRecord<String, byte[]> good = good(9);
        TopicWriter.send(
                new ProducerRecord<>(
                        Topics.PARTICIPANTS.name(),
                        null,
                        good.key(),
                        good.value(),
                        good.headers()));
        await().untilAsserted(() -> assertThat(deadLetters()).hasSize(1));
        assertThat(header(deadLetter(), "dlt-cause")).contains("another topic");
        assertThat(followed()).map(SampleService.Follower::progress).contains(7);
    }

    @Test
    void anUnknownTypeAndAnUnknownMajorAreCountedAndSkipped() {
        double before = count(GOALS, "ignored");
        neighboursAreAppliedAround(
                BadRecord.ofType("org.peercoaching.participant.goal.celebrated.v1", good(1)),
                BadRecord.ofType("org.peercoaching.participant.goal.set.v2", good(1)));
        assertThat(count(GOALS, "ignored")).isEqualTo(before + 2);
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void anEventOnWhichTheReaderFailsIsDeadLetteredAndItsNeighboursAreApplied() {
        double before = count(GOALS, "failed");
        GoalEvent.Goal unbearable =
                SampleGoal.fact(id, "p1", 1, SampleService.UNBEARABLE_STEPS, Instant.EPOCH);
        neighboursAreAppliedAround(
                EventWriter.write(
                        new PublishedEvent(
                                id,
                                2,
                                Instant.EPOCH,
                                null,
                                new GoalEvent.GoalProgressed(unbearable))));
        assertThat(header(deadLetter(), "dlt-cause")).contains("IllegalArgumentException");
        await().untilAsserted(() -> assertThat(count(GOALS, "failed")).isEqualTo(before + 1));
    }

    @Test
    void anEventForWhichTheStoreIsAwayComesAgainWithBackoffAndItsNeighboursKeepTheirOrder() {
        String unlucky = id + ":2";
        trouble.wish(unlucky, 3);
        for (long sequence = 1; sequence <= 3; sequence++) {
            TopicWriter.send(good(sequence));
        }
        // Out of order, the second would be older than what was heard, and not be counted.
        await().untilAsserted(
                        () -> assertThat(followed()).contains(new SampleService.Follower(3, 3)));
        List<Long> tries = trouble.tries(unlucky);
        assertThat(tries).hasSize(4);
        assertThat(Duration.ofNanos(tries.getLast() - tries.getFirst()))
                .isGreaterThan(Duration.ofMillis(200 + 400 + 800 - 100));
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void repeatsAndOlderEventsChangeNothing() {
        // Other classes leave repeats on the topic, too.
        await().until(() -> count(GOALS) >= TopicReader.records(GOALS).size());
        double before = count(GOALS, "duplicate");
        for (long sequence : new long[] {1, 2, 2, 1, 3, 1}) {
            TopicWriter.send(good(sequence));
        }
        await().untilAsserted(() ->
                assertThat(followed()).map(SampleService.Follower::progress).contains(3));
        await().untilAsserted(() -> assertThat(count(GOALS, "duplicate")).isEqualTo(before + 3));
        assertThat(followed().orElseThrow().heard()).isEqualTo(3);
    }

    @Test
    void aDeadLetterReplayedToTheOneGroupIsAppliedOnceHoweverOften() {
        TopicWriter.send(replayed(good(1)));
        TopicWriter.send(replayed(good(1)));
        TopicWriter.send(replayed(good(2)));
        await().untilAsserted(() ->
                assertThat(followed()).map(SampleService.Follower::progress).contains(2));
        assertThat(followed().orElseThrow().heard()).isEqualTo(2);
    }

    @SafeVarargs
    private void neighboursAreAppliedAround(ProducerRecord<String, byte[]>... bad) {
        TopicWriter.send(good(1));
        for (ProducerRecord<String, byte[]> record : bad) {
            TopicWriter.send(record);
        }
        TopicWriter.send(good(7));
        await().untilAsserted(
                        () -> assertThat(followed()).contains(new SampleService.Follower(2, 7)));
    }

    private Optional<SampleService.Follower> followed() {
        return followers.find(id).map(found -> found.state());
    }

    /** A good event whose progress is its sequence. */
    private ProducerRecord<String, byte[]> good(long sequence) {
        GoalEvent.Goal goal = SampleGoal.fact(id, "p1", (int) sequence, 0, Instant.EPOCH);
        return EventWriter.write(
                new PublishedEvent(
                        id, sequence, Instant.EPOCH, null, new GoalEvent.GoalProgressed(goal)));
    }

    private static ProducerRecord<String, byte[]> replayed(ProducerRecord<String, byte[]> record) {
        return new ProducerRecord<>(
                Topics.replay("kit"), null, record.key(), record.value(), record.headers());
    }

    /** The one dead letter; it is kept after the good ones of its batch were applied. */
    private ConsumerRecord<byte[], byte[]> deadLetter() {
        await().untilAsserted(() -> assertThat(deadLetters()).isNotEmpty());
        List<ConsumerRecord<byte[], byte[]>> letters = deadLetters();
        assertThat(letters).hasSize(1);
        return letters.getFirst();
    }

    private List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        return TopicReader.records(DEAD_LETTERS).stream()
                .filter(record -> new String(record.key(), StandardCharsets.UTF_8).equals(id))
                .toList();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private double count(String topic, String outcome) {
        return sum(consumed(topic).tag("outcome", outcome));
    }

    private double count(String topic) {
        return sum(consumed(topic));
    }

    private Search consumed(String topic) {
        return meters.find("coaching.events.consumed").tag("topic", topic);
    }

    private static double sum(Search found) {
        return found.counters().stream().mapToDouble(counter -> counter.count()).sum();
    }
}
