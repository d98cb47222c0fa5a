package org.peercoaching.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service has written while it ran. */
public final class Logs {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<String> lines;

    /** Reads the log file of one service. */
    public Logs(Path file) throws IOException {
        // The JVM's own warnings are not the service's.
        lines = Files.readAllLines(file).stream().filter(line -> !isOfTheJvm(line)).toList();
    }

    private static boolean isOfTheJvm(String line) {
        return line.matches("\\[\\d+\\.\\d+s]\\[warning].*");
    }

    /** Each line is an object with time, level, logger and message. */
    public void assertStructured() {
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line -> {
                    JsonNode entry = JSON.readTree(line);
                    assertThat(entry.propertyNames())
                            .contains("@timestamp", "level", "logger_name", "message");
                });
    }

    /** No line has any of these texts, in whatever case. */
    public void assertWithout(Collection<String> texts) {
        List<String> sought = texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(line.toLowerCase(Locale.ROOT))
                                .doesNotContain(sought.toArray(new String[0])));
    }
}
