package org.peercoaching.participant.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportingLinesTest {

    @Test
    void aTreeHasNoCircles() {
        assertThat(circles(said("b", "a", "c", "a", "d", "b"), Map.of())).isEmpty();
    }

    @Test
    void whoLeadsThemselvesStandsInACircle() {
        assertThat(circles(said("a", "a"), Map.of())).containsOnlyKeys("a");
    }

    @Test
    void onlyThoseInTheCircleAreRejectedNotThoseBelowIt() {
        Map<String, List<String>> rejected =
                circles(said("a", "b", "b", "c", "c", "a", "below", "a"), Map.of());
        assertThat(rejected).containsOnlyKeys("a", "b", "c");
        assertThat(rejected.get("a")).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void aCircleMayGoThroughPeopleOfTheDirectory() {
        assertThat(circles(said("a", "b"), Map.of("b", "c", "c", "a"))).containsOnlyKeys("a");
    }

    @Test
    void theFileOverridesTheDirectory() {
        assertThat(circles(said("a", "b", "b", ""), Map.of("b", "a"))).isEmpty();
    }

    @Test
    void whoIsRejectedKeepsTheirManagerWhichCanCloseAnotherCircle() {
        // The file turns a and c into a circle; a then still reports to b, who now names a.
        Map<String, List<String>> rejected =
                circles(said("a", "c", "c", "a", "b", "a"), Map.of("a", "b"));
        assertThat(rejected).containsOnlyKeys("a", "b", "c");
    }

    @Test
    void aCircleThatTheDirectoryHasAlreadyIsNotTheFilesFault() {
        assertThat(circles(said("a", "b"), Map.of("b", "c", "c", "b"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsLeftNeverLeadsInACircleThroughTheFile(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        for (int round = 0; round < 200; round++) {
            Map<String, Optional<String>> said = new LinkedHashMap<>();
            Map<String, String> known = new LinkedHashMap<>();
            for (int person = 0; person < 12; person++) {
                // The directory itself is a tree.
                if (person > 0 && random.nextBoolean()) {
                    known.put("p" + person, "p" + random.nextInt(person));
                }
                if (random.nextBoolean()) {
                    said.put("p" + person, Optional.of("p" + random.nextInt(12)));
                }
            }
            Set<String> rejected = circles(said, known).keySet();
            for (int person = 0; person < 12; person++) {
                assertThat(endsAtATop("p" + person, said, known, rejected))
                        .as("seed %d round %d: %s over %s", seed, round, said, known)
                        .isTrue();
            }
        }
    }

    private static boolean endsAtATop(
            String start,
            Map<String, Optional<String>> said,
            Map<String, String> known,
            Set<String> rejected) {
        Set<String> seen = new HashSet<>();
        @Nullable String person = start;
        while (person != null) {
            if (!seen.add(person)) {
                return false;
            }
            Optional<String> manager = said.get(person);
            person =
                    manager == null || rejected.contains(person)
                            ? known.get(person)
                            : manager.orElse(null);
        }
        return true;
    }

    private static Map<String, List<String>> circles(
            Map<String, Optional<String>> said, Map<String, String> known) {
        return new ReportingLines(said, known).circles();
    }

    private static Map<String, Optional<String>> said(String... personAndManager) {
        Map<String, Optional<String>> said = new LinkedHashMap<>();
        for (int i = 0; i < personAndManager.length; i += 2) {
            String manager = personAndManager[i + 1];
            said.put(
                    personAndManager[i],
                    manager.isEmpty() ? Optional.empty() : Optional.of(manager));
        }
        return said;
    }
}
