package org.peercoaching.kit.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.kit.sample.SampleGoal;

/** Lists that begin with the latest. */
class LatestFirstTest {

    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

    private final House house = new House();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void theLatestComesFirstAndThoseOfOneInstantByTheirIds() {
        AggregateStore<SampleGoal> goals =
                house.definition().indexedByTime("owner", "setAt").open();
        String owner = Ids.random();
        List<String> ids = IntStream.range(0, 5).mapToObj(i -> Ids.random()).sorted().toList();
        for (int i = 0; i < ids.size(); i++) {
            // The last two at once, after the first three.
            Instant setAt = NOW.plusSeconds(Math.min(i, 3));
            String each = ids.get(i);
            goals.handle(each, Trigger.internal(), none -> SampleGoal.set(none, each, owner, setAt))
                    .orThrow();
        }
        List<String> seen = new ArrayList<>();
        Optional<Place> end = Optional.empty();
        do {
            List<Versioned<SampleGoal>> page =
                    goals.latestBy("owner", owner, "setAt", end.orElse(null), 1);
            page.forEach(goal -> seen.add(goal.id()));
            end =
                    page.stream()
                            .map(goal -> new Place(goal.state().setAt(), goal.id()).cursor())
                            .map(Place::of)
                            .flatMap(Optional::stream)
                            .findFirst();
        } while (end.isPresent());
        assertThat(seen)
                .containsExactly(ids.get(3), ids.get(4), ids.get(2), ids.get(1), ids.get(0));
        assertThat(Place.of("yesterday")).isEmpty();
    }
}
