package org.peercoaching.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What is wrong with a record is said in logs and on dead letters, so it never quotes the record.
 */
class MalformedCauseTest {

    private static final String SECRET = "Erika Mustermann";
    private static final EventReader READER = new EventReader();

    static Stream<EventType> events() {
        return Catalogue.all().stream();
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest
    @MethodSource("events")
    void theCauseNeverQuotesAHeader(EventType type) {
        PublishedEvent published = published(type);
        for (var header : EventWriter.write(published).headers()) {
            ReadResult result =
                    READER.read(
                            StrangersRecord.like(published).header(header.key(), SECRET).record());

            if (result instanceof ReadResult.Malformed(String cause)) {
                assertThat(cause).as(header.key()).doesNotContain("Erika", "Mustermann");
            }
        }
        assertThat(READER.read(StrangersRecord.like(published).header("ce_A-b", SECRET).record()))
                .isInstanceOfSatisfying(
                        ReadResult.Malformed.class,
                        malformed -> assertThat(malformed.cause()).doesNotContain("Erika"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void theCauseNeverQuotesTheValue(EventType type) {
        PublishedEvent published = published(type);
        JsonNode data = EventJson.tree(EventJson.write(published.event()));
        List<JsonNode> forged = forgeries(data, data);

        assertThat(forged).isNotEmpty();
        assertThat(forged)
                .allSatisfy(json ->
                        assertThat(
                                        READER.read(
                                                StrangersRecord.like(published)
                                                        .value(json.toString())
                                                        .record()))
                                .isInstanceOfSatisfying(
                                        ReadResult.Malformed.class,
                                        malformed ->
                                                assertThat(malformed.cause())
                                                        .startsWith("the value breaks")
                                                        .doesNotContain("Erika")));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void randomDamageIsNeverAnException(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 200; i++) {
            PublishedEvent published =
                    published(Catalogue.all().get(random.nextInt(Catalogue.all().size())));
            StrangersRecord record = StrangersRecord.like(published);
            byte[] bytes = EventJson.write(published.event());
            for (int damage = 0; damage < 3; damage++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            record.value(bytes);
            if (random.nextBoolean()) {
                String[] names = {"ce_id", "ce_source", "ce_time", "ce_specversion", "ce_sequence"};
                byte[] text = new byte[random.nextInt(20)];
                random.nextBytes(text);
                record.header(names[random.nextInt(names.length)], new String(text));
            }

            assertThat(READER.read(record.record())).as("seed %d, record %d", seed, i).isNotNull();
        }
    }

    /** The data with a person's name in place of each value in turn. */
    private static List<JsonNode> forgeries(JsonNode root, JsonNode node) {
        List<JsonNode> forged = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode value = object.get(name);
                object.set(name, StringNode.valueOf(SECRET));
                forged.add(root.deepCopy());
                object.set(name, value);
                forged.addAll(forgeries(root, value));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                JsonNode value = array.get(i);
                array.set(i, StringNode.valueOf(SECRET));
                forged.add(root.deepCopy());
                array.set(i, value);
                forged.addAll(forgeries(root, value));
            }
        }
        return forged;
    }

    private static PublishedEvent published(EventType type) {
        return new PublishedEvent("agg-1", 7, Cast.MATCHED, Cast.TRACEPARENT, Examples.of(type));
    }
}
