package org.peercoaching.participant.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows that are not applied, and everything that speaks against each. */
final class Rejections {

    private record Rejected(@Nullable String externalId, List<Problem> problems) {}

    private final Map<Integer, Rejected> byLine = new TreeMap<>();

    void reject(int line, @Nullable String externalId, Problem problem) {
        reject(line, externalId, List.of(problem));
    }

    void reject(int line, @Nullable String externalId, List<Problem> problems) {
        byLine.computeIfAbsent(line, unused -> new Rejected(externalId, new ArrayList<>()))
                .problems()
                .addAll(problems);
    }

    boolean contains(int line) {
        return byLine.containsKey(line);
    }

    /**
     * The rejected rows for the report.
     *
     * @param participant whom an external id names; null where nobody
     */
    Stream<Report.Row> rows(Function<String, @Nullable String> participant) {
        return byLine.entrySet().stream()
                .map(entry -> {
                    String externalId = entry.getValue().externalId();
                    return Report.Row.rejected(
                            entry.getKey(),
                            externalId,
                            externalId == null ? null : participant.apply(externalId),
                            List.copyOf(entry.getValue().problems()));
                });
    }
}
