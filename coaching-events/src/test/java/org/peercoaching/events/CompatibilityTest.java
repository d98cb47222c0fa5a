package org.peercoaching.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rules of {@link Compatibility} as a table: a schema before and after, and what breaks. */
class CompatibilityTest {

    static Stream<Arguments> cases() throws IOException {
        try (InputStream table =
                CompatibilityTest.class.getResourceAsStream("/compatibility-examples.json")) {
            return new JsonMapper()
                    .readTree(table)
                    .valueStream()
                    .map(row ->
                            Arguments.of(
                                    row.get("change").stringValue(),
                                    row.get("before"),
                                    row.get("after"),
                                    row.get("breaks")));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aChangeBreaksExactlyWhatTheTableSays(
            String change, JsonNode before, JsonNode after, JsonNode breaks) {
        assertThat(Compatibility.breaks(before, after))
                .as(change)
                .containsExactlyInAnyOrderElementsOf(
                        breaks.valueStream().map(JsonNode::stringValue).toList());
    }
}
