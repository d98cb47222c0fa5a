package org.peercoaching.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first event of every topic, byte for byte as subscribers get it. */
class GoldenRecordTest {

    private static final long SEQUENCE = 7;

    static Stream<Topic> topics() {
        return Topics.all().stream();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aRecordIsWhatSubscribersRelyOn(Topic topic) {
        EventType type =
                Catalogue.all().stream()
                        .filter(event -> event.topic().equals(topic))
                        .findFirst()
                        .orElseThrow();
        String written =
                asText(
                        EventWriter.write(
                                new PublishedEvent(
                                        "agg-8sKd02LmQxZr",
                                        SEQUENCE,
                                        Cast.SESSION_OVER,
                                        Cast.TRACEPARENT,
                                        Examples.of(type))));
        Path golden = ContractFiles.golden(topic);
        if (ContractFiles.WRITE) {
            ContractFiles.write(golden, written);
        }

        assertThat(ContractFiles.text(golden))
                .as("Subscribers would see the change. %s", ContractFiles.HOW_TO_REWRITE)
                .isEqualTo(written);
    }

    private static String asText(ProducerRecord<String, byte[]> record) {
        StringBuilder text = new StringBuilder();
        text.append("topic      ").append(record.topic()).append('\n');
        text.append("partition  ")
                .append(record.partition() == null ? "by key" : record.partition().toString())
                .append('\n');
        text.append("key        ").append(record.key()).append("\n\n");
        for (Header header : record.headers()) {
            text.append("%-16s %s\n".formatted(header.key(), new String(header.value(), UTF_8)));
        }
        return text.append('\n').append(new String(record.value(), UTF_8)).append('\n').toString();
    }
}
