package org.peercoaching.participant.imports;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file.
 *
 * @param counts rows by outcome; every outcome is there
 * @param rows in the order of the file
 */
record Report(Map<String, Integer> counts, List<Row> rows) {

    /** What became of a row. */
    enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        REJECTED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What became of one row.
     *
     * @param line its line in the file; the first line names the columns
     * @param externalId as the row said; null where it said none that can be one
     * @param participantId whom it describes; null where nobody could be told
     * @param outcome an {@link Outcome}'s word
     * @param problems why it was rejected; else empty
     */
    record Row(
            int line,
            @Nullable String externalId,
            @Nullable String participantId,
            String outcome,
            List<Problem> problems) {

        static Row rejected(
                int line,
                @Nullable String externalId,
                @Nullable String participantId,
                List<Problem> problems) {
            return new Row(line, externalId, participantId, Outcome.REJECTED.word(), problems);
        }

        static Row written(int line, String externalId, String participantId, Outcome outcome) {
            return new Row(line, externalId, participantId, outcome.word(), List.of());
        }
    }

    /** The report of some rows, in any order. */
    static Report of(Collection<Row> rows) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome.word(), 0);
        }
        rows.forEach(row -> counts.merge(row.outcome(), 1, Integer::sum));
        List<Row> inOrder =
                rows.stream()
                        .sorted((one, other) -> Integer.compare(one.line(), other.line()))
                        .toList();
        return new Report(counts, inOrder);
    }
}
