package org.peercoaching.matching.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfile;

class ReportingLinesTest {

    private final List<Collection<String>> lookups = new ArrayList<>();

    @Test
    void everybodyAboveIsASuperiorAtAnyHeight() {
        ReportingLines lines =
                above(
                        Map.of("middle", "top", "other", "top"),
                        profile("anna", "middle"),
                        profile("ben", "other"));
        assertThat(lines.superiors("anna")).containsExactlyInAnyOrder("middle", "top");
        assertThat(lines.superiors("ben")).containsExactlyInAnyOrder("other", "top");
        assertThat(lines.connect("anna", "top")).isTrue();
        assertThat(lines.connect("top", "anna")).isTrue();
        assertThat(lines.connect("anna", "ben")).isFalse();
    }

    @Test
    void everyHeightIsLookedUpOnce() {
        above(
                Map.of("middle", "top", "other", "top"),
                profile("anna", "middle"),
                profile("ben", "other"));
        assertThat(lookups.stream().filter(asked -> !asked.isEmpty())).hasSize(2);
    }

    @Test
    void aCycleOfManagersIsWalkedOnce() {
        ReportingLines lines =
                above(Map.of("ben", "carla", "carla", "anna"), profile("anna", "ben"));
        assertThat(lines.superiors("anna")).containsExactlyInAnyOrder("anna", "ben", "carla");
    }

    @Test
    void aManagerWhoseProfileIsUnknownIsASuperiorStill() {
        assertThat(above(Map.of(), profile("anna", "boss")).superiors("anna"))
                .containsExactly("boss");
    }

    private ReportingLines above(Map<String, String> managers, MatchingProfile... people) {
        return ReportingLines.above(
                List.of(people),
                ids -> {
                    lookups.add(ids);
                    return ids.stream()
                            .filter(id -> managers.containsKey(id) || id.equals("top"))
                            .map(id -> profile(id, managers.get(id)))
                            .toList();
                });
    }

    private static MatchingProfile profile(String id, @Nullable String manager) {
        return new MatchingProfile(
                id, manager, "/", 1, "UTC", List.of(), List.of(), List.of(), List.of(), null);
    }
}
