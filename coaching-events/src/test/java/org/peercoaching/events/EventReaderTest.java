package org.peercoaching.events;

import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

    private static final EventReader READER = new EventReader();
    private static final PublishedEvent COMPLETED =
            published(
                    new SessionEvent.SessionCompleted(
                            new SessionEvent.Session(
                                    Cast.SESSION,
                                    Cast.RELATIONSHIP,
                                    Cast.PROGRAM,
                                    14,
                                    false,
                                    SessionEvent.Status.REPORTED,
                                    Cast.SESSION_STARTS,
                                    60,
                                    58,
                                    List.of())));

    static Stream<EventType> events() {
        return Catalogue.all().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void whatTheWriterWritesTheReaderReads(EventType type) {
        PublishedEvent published = published(Examples.of(type));

        assertThat(read(StrangersRecord.like(published))).isEqualTo(new ReadResult.Read(published));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_source", "ce_type", "ce_specversion"})
    void aRecordWithoutARequiredHeaderIsMalformed(String header) {
        assertMalformed(sessionRecord().without(header), "not a CloudEvent");
        assertMalformed(sessionRecord().header(header, null), "not a CloudEvent");
    }

    @ParameterizedTest
    @CsvSource({
        "ce_subject, ce_subject is not the id of an aggregate",
        "ce_time, ce_time is missing",
        "ce_sequence, ce_sequence and ce_id do not name the same event",
    })
    void aRecordWithoutAHeaderOfTheContractIsMalformed(String header, String cause) {
        assertMalformed(sessionRecord().without(header), cause);
        assertMalformed(sessionRecord().header(header, null), cause);
    }

    @ParameterizedTest
    @CsvSource({
        "ce_source, /session/session/another, ce_source does not name the aggregate of ce_subject",
        "ce_source, /goal/session/ses-1, ce_source does not name the aggregate of ce_subject",
        "ce_source, not a uri, not a CloudEvent in binary mode: INVALID_ATTRIBUTE_VALUE",
        "ce_subject, a person's name, ce_subject is not the id of an aggregate",
        "ce_id, ses-1:8, ce_sequence and ce_id do not name the same event",
        "ce_id, 7, ce_sequence and ce_id do not name the same event",
        "ce_sequence, seven, ce_sequence and ce_id do not name the same event",
        "ce_sequence, -7, ce_sequence and ce_id do not name the same event",
        "ce_sequence, 99999999999999999999, ce_sequence and ce_id do not name the same event",
        "ce_time, tomorrow, not a CloudEvent in binary mode: INVALID_ATTRIBUTE_VALUE",
        "ce_specversion, 7.0, not a CloudEvent in binary mode: INVALID_SPEC_VERSION",
    })
    void aRecordWhoseHeadersContradictTheContractIsMalformed(
            String header, String text, String cause) {
        assertMalformed(sessionRecord().header(header, text), cause);
    }

    @Test
    void eventsAreNumberedFromOne() {
        assertMalformed(
                sessionRecord().header("ce_sequence", "0").header("ce_id", "ses-1:0"),
                "ce_sequence and ce_id do not name the same event");
    }

    @Test
    void structuredModeIsMalformed() {
        assertMalformed(
                sessionRecord()
                        .without("ce_specversion")
                        .header("content-type", "application/cloudevents+json; charset=UTF-8")
                        .value("{\"specversion\":\"1.0\",\"id\":\"ses-1:7\",\"data\":{}}"),
                "not a CloudEvent in binary mode: UNKNOWN_ENCODING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "{", "{} {}", "{\"session\":{}", "<session/>", "\u0000"})
    void whatIsNotJsonIsMalformed(String value) {
        assertMalformed(sessionRecord().value(value), "the value is not JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "7", "\"session\""})
    void jsonThatIsNoObjectIsMalformed(String value) {
        assertMalformed(sessionRecord().value(value), "the value breaks its schema: type of #");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "\"sessionId\":, \"id\":, required sessionId of #/session",
                "\"ses-C3hYt6GvQe0a\", \"two words\", pattern of #/session/sessionId",
                "\"ses-C3hYt6GvQe0a\", \"ses-1\\n\", pattern of #/session/sessionId",
                "\"ses-C3hYt6GvQe0a\", null, type of #/session/sessionId",
                "\"REPORTED\", \"FORGOTTEN\", enum of #/session/status",
                ":58, :-1, minimum of #/session/minutes",
                ":58, :481, maximum of #/session/minutes",
                ":58, :1e999999999, type of #/session/minutes",
                ":58, :58.5, type of #/session/minutes",
                ":58, :\"58\", type of #/session/minutes",
                "2026-02-17T13:00:00Z, tomorrow, format of #/session/startsAt",
                "2026-02-17T13:00:00Z, 1771333200, format of #/session/startsAt",
                "2026-02-17T13:00:00Z, +1000000-01-01T00:00:00Z, format of #/session/startsAt",
                "2026-02-17T13:00:00Z, 2026-02-30T13:00:00Z, format of #/session/startsAt",
            })
    void dataThatBreakTheSchemaAreMalformedAndTheCauseSaysWhere(
            String good, String bad, String cause) {
        assertMalformed(
                sessionRecord().edited(json -> json.replace(good, bad)),
                "the value breaks its schema: " + cause);
    }

    @Test
    void aNullValueIsMalformedExceptWhereItMeansErased() {
        assertMalformed(sessionRecord().value((byte[]) null), "the value is null");

        StrangersRecord profile =
                StrangersRecord.like(published(Examples.of(firstOn(Topics.MATCHING_PROFILES))));
        assertThat(read(profile.value((byte[]) null))).isEqualTo(new ReadResult.Erased());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.peercoaching.session.session.completed.v2",
                "org.peercoaching.session.session.applauded.v1",
                "com.example.order.paid"
            })
    void anUnknownTypeOrMajorIsLeftAloneWhateverItHolds(String type) {
        StrangersRecord record =
                sessionRecord().header("ce_type", type).without("ce_sequence").value("anything");

        assertThat(read(record)).isEqualTo(new ReadResult.Unknown(type));
    }

    @Test
    void whatALaterMinorOrAFrameworkAddsIsIgnored() {
        StrangersRecord record =
                sessionRecord()
                        .edited(json ->
                                json.replace(
                                        "\"sessionId\"",
                                        "\"turns\":[{\"minutes\":29}],\"sessionId\""))
                        .header(
                                "ce_dataschema",
                                "urn:peercoaching:schema:session.session.completed:1.9")
                        .header("ce_partitionkey", "ses-1")
                        .header("message-type", "org.springframework.messaging.Message")
                        .header("contentType", "\"application/json\"")
                        .header("spring_json_header_types", "{\"contentType\":\"String\"}")
                        .header("empty", null);

        assertThat(read(record)).isEqualTo(new ReadResult.Read(COMPLETED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "text/plain"})
    void theContentTypeDoesNotMatterWhereTheValueIsRight(String contentType) {
        StrangersRecord record = sessionRecord().header("content-type", contentType);

        assertThat(read(record)).isEqualTo(new ReadResult.Read(COMPLETED));
    }

    @Test
    void aTimeWithAnOffsetIsTheSameInstant() {
        StrangersRecord record = sessionRecord().header("ce_time", "2026-02-10T11:30:00+01:00");

        assertThat(read(record)).isEqualTo(new ReadResult.Read(COMPLETED));
    }

    @Test
    void aTraceContextThatIsNoneIsIgnored() {
        PublishedEvent untraced =
                new PublishedEvent(
                        COMPLETED.aggregateId(),
                        COMPLETED.sequence(),
                        COMPLETED.time(),
                        null,
                        COMPLETED.event());

        assertThat(read(sessionRecord().header("ce_traceparent", "a person's name")))
                .isEqualTo(new ReadResult.Read(untraced));
    }

    @Test
    void aValueInAnotherEncodingIsReadOrMalformedButNeverThrown() {
        byte[] utf16 = "{\"session\":{}}".getBytes(UTF_16);

        assertMalformed(
                sessionRecord().value(utf16),
                "the value breaks its schema: required sessionId of #/session");
    }

    @Test
    void aHugeTextIsMalformedAndAHugeAdditionIsIgnored() {
        String huge = "a".repeat(900_000);

        assertMalformed(
                sessionRecord().edited(json -> json.replace(Cast.SESSION, huge)),
                "the value breaks its schema: pattern of #/session/sessionId");
        assertThat(
                        read(
                                sessionRecord()
                                        .edited(json ->
                                                json.replace(
                                                        "\"sessionId\"",
                                                        "\"x\":\"%s\",\"sessionId\""
                                                                .formatted(huge)))))
                .isEqualTo(new ReadResult.Read(COMPLETED));
    }

    @Test
    void nestingWithoutEndIsMalformed() {
        assertMalformed(sessionRecord().value("[".repeat(100_000)), "the value is not JSON");
    }

    private static void assertMalformed(StrangersRecord record, String causeBegins) {
        assertThat(read(record))
                .isInstanceOfSatisfying(
                        ReadResult.Malformed.class,
                        malformed -> assertThat(malformed.cause()).startsWith(causeBegins));
    }

    private static ReadResult read(StrangersRecord record) {
        return READER.read(record.record());
    }

    private static StrangersRecord sessionRecord() {
        return StrangersRecord.like(COMPLETED);
    }

    private static PublishedEvent published(CoachingEvent event) {
        return new PublishedEvent("ses-1", 7, Cast.MATCHED, Cast.TRACEPARENT, event);
    }

    private static EventType firstOn(Topic topic) {
        return Catalogue.all().stream()
                .filter(type -> type.topic().equals(topic))
                .findFirst()
                .orElseThrow();
    }
}
