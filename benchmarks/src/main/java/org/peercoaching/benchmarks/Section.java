package org.peercoaching.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A part of a document, between two marks, that a benchmark writes anew.
 *
 * @param name as it stands in the marks
 */
public record Section(Path document, String name) {

    private String mark(String which) {
        return "<!-- %s: %s -->".formatted(name, which);
    }

    /**
     * Replaces what is between the marks, with the date, the command as it was given, and where.
     *
     * @param measured what was, and where
     * @throws IllegalStateException if the document has no such marks
     */
    public void write(CommandSpec command, String measured, List<String> lines) throws IOException {
        String before = Files.readString(document);
        int begin = before.indexOf(mark("begin"));
        int end = before.indexOf(mark("end"));
        if (begin < 0 || end < begin) {
            throw new IllegalStateException(
                    "%s has no lines %s and %s to write between"
                            .formatted(document, mark("begin"), mark("end")));
        }
        Files.writeString(
                document,
                before.substring(0, begin + mark("begin").length())
                        + "\n"
                        + caption(command, measured)
                        + "\n"
                        + String.join("\n", lines)
                        + "\n"
                        + before.substring(end));
    }

    private static String caption(CommandSpec command, String measured) {
        List<String> given = command.root().commandLine().getParseResult().originalArgs();
        return "%s, `java -jar benchmarks/target/benchmarks.jar %s`, %d cores, %s:"
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        String.join(" ", given),
                        Runtime.getRuntime().availableProcessors(),
                        measured);
    }
}
