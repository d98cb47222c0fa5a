package org.peercoaching.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Every event has an example that passes its schema and can be read; examples of earlier minors
 * stay, and stay readable.
 */
class ExampleFilesTest {

    static Stream<EventType> events() {
        return Catalogue.all().stream();
    }

    static Stream<String> examples() {
        return ContractFiles.namesIn("/events/examples").stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventHasAnExampleOfItsMinor(EventType type) {
        Path file = ContractFiles.of(exampleOf(type));
        CoachingEvent example = Examples.of(type);
        String generated = ContractFiles.pretty(EventJson.tree(EventJson.write(example)));
        if (ContractFiles.WRITE) {
            ContractFiles.write(file, generated);
        }

        assertThat(ContractFiles.text(file))
                .as("%s differs from its fixture. %s", file, ContractFiles.HOW_TO_REWRITE)
                .isEqualTo(generated);
        assertThat(EventJson.read(tree(file), type.record())).isEqualTo(example);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleOfAnyMinorPassesTheSchemaAndCanBeRead(String name) {
        EventType type =
                events().filter(event -> name.startsWith(event.shortName() + ".v1."))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(name + " is of no known event"));
        JsonNode data = tree(ContractFiles.of("/events/examples/" + name));

        assertThat(Schemas.load().violation(type, data)).isEmpty();
        assertThat(EventJson.read(data, type.record())).isInstanceOf(type.record());
    }

    @Test
    void theExamplesAreInTheOrderOfTheCatalogue() {
        List<EventType> types = Examples.all().stream().map(Catalogue::of).toList();

        assertThat(types).isEqualTo(Catalogue.all());
    }

    static String exampleOf(EventType type) {
        return "/events/examples/%s.v%s.json".formatted(type.shortName(), EventType.MINOR);
    }

    private static JsonNode tree(Path file) {
        return EventJson.tree(ContractFiles.text(file).getBytes(StandardCharsets.UTF_8));
    }
}
