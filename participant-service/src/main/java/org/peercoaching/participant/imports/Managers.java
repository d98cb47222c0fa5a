package org.peercoaching.participant.imports;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.peercoaching.participant.directory.Directory;
import org.peercoaching.participant.imports.FirstReading.Candidate;

/** Holds a file's managers against the directory. */
final class Managers {

    private final Directory directory;
    private final Map<String, String> ids;

    /**
     * The managers of a file.
     *
     * @param ids the participant ids of all external ids that the file names and anybody knows
     */
    Managers(Directory directory, Map<String, String> ids) {
        this.directory = directory;
        this.ids = ids;
    }

    /** Rejects rows whose manager nobody knows, and rows that lead in a circle. */
    void check(FirstReading reading) {
        rejectUnknown(reading);
        rejectCircles(reading);
    }

    private void rejectUnknown(FirstReading reading) {
        Set<String> known = new HashSet<>(reading.externalIds());
        known.addAll(outsideOf(reading));
        for (Candidate candidate : reading.candidates()) {
            String manager = candidate.managerExternalId();
            if (manager != null && !known.contains(manager)) {
                reading.rejections()
                        .reject(
                                candidate.line(),
                                candidate.externalId(),
                                Problem.in(
                                        Column.MANAGER_EXTERNAL_ID,
                                        "unknown-manager",
                                        "Neither the file nor the directory has this person. Add a row for them."));
            }
        }
    }

    /**
     * External ids of managers whom the directory has and the file does not. A claim alone is not
     * enough: that of a row that never came right stands for nobody.
     */
    private Set<String> outsideOf(FirstReading reading) {
        Map<String, String> outside = new HashMap<>();
        for (Candidate candidate : reading.candidates()) {
            String manager = candidate.managerExternalId();
            String id = manager == null ? null : ids.get(manager);
            if (id != null && !reading.externalIds().contains(manager)) {
                outside.put(id, manager);
            }
        }
        Set<String> people = new HashSet<>();
        Bundles.of(outside.keySet())
                .forEach(bundle ->
                        directory
                                .findAll(bundle)
                                .forEach(person -> people.add(person.externalId())));
        return people;
    }

    private void rejectCircles(FirstReading reading) {
        Map<String, Candidate> people =
                reading.candidates().stream()
                        .collect(
                                toMap(
                                        candidate -> id(candidate.externalId()),
                                        Function.identity()));
        Map<String, Optional<String>> said = new LinkedHashMap<>();
        people.forEach((person, candidate) ->
                said.put(person, Optional.ofNullable(candidate.managerExternalId()).map(this::id)));
        new ReportingLines(said, managersAbove(said))
                .circles()
                .forEach((person, circle) -> rejectCircle(reading, people, person, circle));
    }

    private static void rejectCircle(
            FirstReading reading,
            Map<String, Candidate> people,
            String person,
            List<String> circle) {
        Candidate candidate = people.get(person);
        if (candidate == null) {
            return;
        }
        List<Integer> lines =
                circle.stream()
                        .flatMap(it -> Stream.ofNullable(people.get(it)))
                        .map(Candidate::line)
                        .toList();
        boolean partlyKnown = lines.size() < circle.size();
        reading.rejections()
                .reject(
                        candidate.line(),
                        candidate.externalId(),
                        Problem.in(
                                Column.MANAGER_EXTERNAL_ID,
                                "manager-cycle",
                                "These people would lead each other in a circle: lines "
                                        + FirstReading.listed(lines)
                                        + (partlyKnown
                                                ? " together with people already in the directory."
                                                : ".")));
    }

    /** The managers that the directory knows of these people, of theirs, and so on to the top. */
    private Map<String, String> managersAbove(Map<String, Optional<String>> said) {
        Map<String, String> managers = new HashMap<>();
        Set<String> asked = new HashSet<>();
        Set<String> next = new HashSet<>(said.keySet());
        said.values().forEach(manager -> manager.ifPresent(next::add));
        while (!next.isEmpty()) {
            Map<String, String> found = new HashMap<>();
            Bundles.of(next).forEach(bundle -> found.putAll(directory.managersOf(bundle)));
            asked.addAll(next);
            managers.putAll(found);
            next.clear();
            next.addAll(found.values());
            next.removeAll(asked);
        }
        return managers;
    }

    private String id(String externalId) {
        String id = ids.get(externalId);
        if (id == null) {
            throw new IllegalStateException("An external id of the file was not claimed");
        }
        return id;
    }
}
