package org.peercoaching.participant.imports;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one reading of the whole file tells: which rows stand by themselves, which contradict each
 * other, and who is named.
 */
final class FirstReading {

    /**
     * A row that is in order by itself.
     *
     * @param managerExternalId null at the top
     */
    record Candidate(
            int line, String externalId, String login, @Nullable String managerExternalId) {}

    private final List<Candidate> candidates = new ArrayList<>();
    private final Set<String> externalIds = new LinkedHashSet<>();
    private final Map<String, List<Integer>> linesById = new HashMap<>();
    private final Rejections rejections = new Rejections();

    static FirstReading of(PeopleFile file) {
        FirstReading reading = new FirstReading();
        file.forEach(line -> reading.take(RowReader.read(line)));
        reading.rejectDuplicates();
        return reading;
    }

    private void take(ReadRow row) {
        switch (row) {
            case ReadRow.Good(int line, HrRow said) -> {
                note(line, said.externalId());
                candidates.add(
                        new Candidate(
                                line, said.externalId(), said.login(), said.managerExternalId()));
            }
            case ReadRow.Broken(int line, String externalId, List<Problem> problems) -> {
                if (externalId != null) {
                    note(line, externalId);
                }
                rejections.reject(line, externalId, problems);
            }
        }
    }

    private void note(int line, String externalId) {
        externalIds.add(externalId);
        linesById.computeIfAbsent(externalId, unused -> new ArrayList<>()).add(line);
    }

    private void rejectDuplicates() {
        rejectWhere(
                Column.EXTERNAL_ID,
                "duplicate-external-id",
                candidate -> linesById.getOrDefault(candidate.externalId(), List.of()));
        Map<String, List<Candidate>> byLogin =
                candidates.stream().collect(groupingBy(Candidate::login));
        rejectWhere(
                Column.LOGIN,
                "duplicate-login",
                candidate ->
                        byLogin.getOrDefault(candidate.login(), List.of()).stream()
                                .map(Candidate::line)
                                .toList());
    }

    /** None of several rows is guessed to be the right one. */
    private void rejectWhere(
            Column column, String code, Function<Candidate, List<Integer>> linesOfSame) {
        for (Candidate candidate : candidates) {
            List<Integer> lines = linesOfSame.apply(candidate);
            if (lines.size() > 1) {
                rejections.reject(
                        candidate.line(),
                        candidate.externalId(),
                        Problem.in(
                                column,
                                code,
                                "Several rows say this: lines "
                                        + listed(lines)
                                        + ". Keep the one that holds."));
            }
        }
    }

    /** The rows that nothing speaks against so far. */
    List<Candidate> candidates() {
        return candidates.stream()
                .filter(candidate -> !rejections.contains(candidate.line()))
                .toList();
    }

    /** Every external id that a row is about, also of broken rows. */
    Set<String> externalIds() {
        return externalIds;
    }

    Rejections rejections() {
        return rejections;
    }

    static String listed(List<Integer> lines) {
        return lines.stream().sorted().limit(20).map(String::valueOf).collect(joining(", "));
    }
}
