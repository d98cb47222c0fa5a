package org.peercoaching.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The checked-in files of the contract, as they lie in the source tree. */
final class ContractFiles {

    /** Whether this run rewrites the files instead of comparing them. */
    static final boolean WRITE = Boolean.getBoolean("contract.write");

    /** What to do about a file that differs from what the code says. */
    static final String HOW_TO_REWRITE =
            "Rewrite the contract's files with"
                    + " `./mvnw -pl coaching-events test -Dcontract.write=true`, run the"
                    + " tests again without it and review the diff.";

    private static final Path MODULE = Path.of(System.getProperty("basedir", ""));

    private static final JsonMapper MAPPER = new JsonMapper();

    private ContractFiles() {}

    /** The file behind a class-path resource such as {@code /events/asyncapi.yaml}. */
    static Path of(String resource) {
        return MODULE.resolve("src/main/resources" + resource);
    }

    /** The file that holds the record of an event on a topic as it goes over the wire. */
    static Path golden(Topic topic) {
        return MODULE.resolve("src/test/resources/golden/" + topic.name() + ".txt");
    }

    static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the files in a folder of the contract, in order. */
    static List<String> namesIn(String folder) {
        try (Stream<Path> files = Files.list(of(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode parse(String json) {
        return MAPPER.readTree(json);
    }

    /** JSON as the contract's files are written: two spaces, one line feed at the end. */
    static String pretty(JsonNode json) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter(
                                Separators.createDefaultInstance()
                                        .withObjectNameValueSpacing(Separators.Spacing.AFTER))
                        .withObjectIndenter(lines);
        return MAPPER.writer().with(printer).writeValueAsString(json) + "\n";
    }
}
