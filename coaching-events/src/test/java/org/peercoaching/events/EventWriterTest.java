package org.peercoaching.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventWriterTest {

    private static final EventType SCHEDULED = typeOf(SessionEvent.SessionScheduled.class);
    private static final EventType PROFILE =
            typeOf(MatchingProfileEvent.MatchingProfileChanged.class);

    @Test
    void aRecordHasExactlyTheseHeaders() {
        assertThat(headerNames(record(SCHEDULED, "ses-1", 1, Cast.TRACEPARENT)))
                .containsExactlyInAnyOrder(
                        "ce_specversion",
                        "ce_id",
                        "ce_source",
                        "ce_type",
                        "ce_subject",
                        "ce_time",
                        "ce_sequence",
                        "ce_dataschema",
                        "ce_traceparent",
                        "content-type");
    }

    @Test
    void outsideATraceTheTraceHeaderIsAbsent() {
        assertThat(headerNames(record(SCHEDULED, "ses-1", 1, null)))
                .hasSize(9)
                .doesNotContain("ce_traceparent");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-17T13:00:00Z, 2026-02-17T13:00:00Z",
        "2026-02-17T13:00:01.5Z, 2026-02-17T13:00:01.5Z",
        "2026-02-17T13:00:00.123Z, 2026-02-17T13:00:00.123Z",
        "2026-02-17T13:00:00.123999999Z, 2026-02-17T13:00:00.123Z",
    })
    void theTimeIsRfc3339InUtcToTheMillisecond(Instant time, String written) {
        ProducerRecord<String, byte[]> record =
                EventWriter.write(SCHEDULED, "ses-1", 1, time, null, new byte[0]);

        assertThat(header(record, "ce_time")).isEqualTo(written);
    }

    @Test
    void theTextOfSequencesSortsAsTheirNumbers() {
        assertThat(Stream.of(1L, 9L, 10L, 99_999L, 100_000L, 999_999_999_999L))
                .extracting(n -> header(record(SCHEDULED, "ses-1", n, null), "ce_sequence"))
                .isSorted()
                .startsWith("000000000001")
                .endsWith("999999999999");
    }

    @Test
    void theDigitsAreTheSameInEveryCountry() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(header(record(SCHEDULED, "ses-1", 7, null), "ce_sequence"))
                    .isEqualTo("000000000007");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aKeptTopicIsKeyedByTheAggregateAndLeavesThePartitionToKafka() {
        ProducerRecord<String, byte[]> record = record(SCHEDULED, "ses-1", 3, null);

        assertThat(record.key()).isEqualTo("ses-1");
        assertThat(record.partition()).isNull();
    }

    @Test
    void eachRecordOfACompactedTopicHasAKeyOfItsOwnAndARepeatHasTheSame() {
        assertThat(record(PROFILE, "per-1", 1, null).key()).isEqualTo("per-1:1");
        assertThat(record(PROFILE, "per-1", 2, null).key()).isEqualTo("per-1:2");

        ProducerRecord<String, byte[]> first = record(PROFILE, "per-1", 2, null);
        ProducerRecord<String, byte[]> repeat = record(PROFILE, "per-1", 2, null);
        assertThat(repeat.key()).isEqualTo(first.key());
        assertThat(repeat.partition()).isEqualTo(first.partition());
        assertThat(repeat.headers()).isEqualTo(first.headers());
        assertThat(repeat.value()).isEqualTo(first.value());
    }

    @Test
    void theRecordsOfAPersonStayInThePartitionThatKafkaWouldChooseForTheirId() {
        List<String> people =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(500).toList();

        assertThat(people)
                .allSatisfy(person -> {
                    int byId =
                            BuiltInPartitioner.partitionForKey(
                                    person.getBytes(UTF_8), Topic.PARTITIONS);
                    assertThat(record(PROFILE, person, 1, null).partition()).isEqualTo(byId);
                    assertThat(record(PROFILE, person, 12_345, null).partition()).isEqualTo(byId);
                });
    }

    private static ProducerRecord<String, byte[]> record(
            EventType type, String aggregateId, long sequence, @Nullable String traceparent) {
        return EventWriter.write(
                new PublishedEvent(
                        aggregateId, sequence, Cast.MATCHED, traceparent, Examples.of(type)));
    }

    private static EventType typeOf(Class<? extends CoachingEvent> record) {
        return Catalogue.all().stream()
                .filter(type -> type.record() == record)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> headerNames(ProducerRecord<String, byte[]> record) {
        return Stream.of(record.headers().toArray()).map(Header::key).toList();
    }

    private static String header(ProducerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
