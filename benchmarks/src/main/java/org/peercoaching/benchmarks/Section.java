package org.peercoaching.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
     * Replaces what is between the marks.
     *
     * @throws IllegalStateException if the document has no such marks
     */
    public void write(List<String> lines) throws IOException {
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
                        + String.join("\n", lines)
                        + "\n"
                        + before.substring(end));
    }
}
