package org.peercoaching.participant.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who would report to whom if a file took effect. Nobody may end up above themselves, neither by
 * the file alone nor together with what the directory knows already.
 */
final class ReportingLines {

    private final Map<String, Optional<String>> said;
    private final Map<String, String> known;

    /**
     * The lines of a file.
     *
     * @param said the manager that the file gives to each of its people; empty at the top
     * @param known the managers in the directory, as far up as the file's people reach
     */
    ReportingLines(Map<String, Optional<String>> said, Map<String, String> known) {
        this.said = new LinkedHashMap<>(said);
        this.known = Map.copyOf(known);
    }

    /**
     * The people of the file who must be rejected, each with the circle they would stand in. A
     * rejected person keeps the manager they have, which can close another circle: it is looked for
     * until there is none.
     */
    Map<String, List<String>> circles() {
        Map<String, List<String>> rejected = new LinkedHashMap<>();
        for (List<List<String>> found = find(); !found.isEmpty(); found = find()) {
            for (List<String> circle : found) {
                for (String person : circle) {
                    if (said.remove(person) != null) {
                        rejected.put(person, circle);
                    }
                }
            }
        }
        return rejected;
    }

    /** The circles that somebody of the file is part of. */
    private List<List<String>> find() {
        List<List<String>> circles = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (String start : said.keySet()) {
            Map<String, Integer> steps = new HashMap<>();
            List<String> path = new ArrayList<>();
            String person = start;
            while (person != null && !done.contains(person) && !steps.containsKey(person)) {
                steps.put(person, path.size());
                path.add(person);
                person = managerOf(person);
            }
            Integer entry = person == null ? null : steps.get(person);
            if (entry != null) {
                List<String> circle = List.copyOf(path.subList(entry, path.size()));
                if (circle.stream().anyMatch(said::containsKey)) {
                    circles.add(circle);
                }
            }
            done.addAll(path);
        }
        return circles;
    }

    private @Nullable String managerOf(String person) {
        Optional<String> manager = said.get(person);
        return manager == null ? known.get(person) : manager.orElse(null);
    }
}
