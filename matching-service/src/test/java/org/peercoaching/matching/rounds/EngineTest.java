package org.peercoaching.matching.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.ProgramEvent.CircleSize;
import org.peercoaching.matching.engine.Cohorts;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.circles.CircleMatcher;
import org.peercoaching.matching.engine.circles.Crowd;
import org.peercoaching.matching.engine.pairs.PairMatcher;

/** Whatever the engine finds of circles is looked at by the verifier of circles. */
class EngineTest {

    private static final CircleSize SIZE = new CircleSize(4, 5);

    private final Engine engine =
            new Engine(new PairMatcher(1), sizes -> new CircleMatcher(sizes, 1), 1);
    private final Task task =
            Task.of(Crowd.planted(List.of(4, 4, 5), 20, 3, 2, 1), Cohorts.POLICY, 1);
    private final Matching honest = engine.match(SIZE, task, Control.NONE);

    private static Matching with(Matching known, List<Group> groups, long weight) {
        return new Matching(
                groups,
                known.leftOut(),
                weight,
                known.bound(),
                known.certificate(),
                known.nextBest(),
                known.work(),
                known.complete());
    }

    private boolean isSound(Matching matching) {
        return engine.isSound("round", SIZE, task, matching);
    }

    @Test
    void circlesThatAreNotWhatTheyClaimToBeAreRefused() {
        assertThat(honest.groups()).hasSize(3);
        assertThat(isSound(honest)).isTrue();
        assertThat(isSound(with(honest, honest.groups(), honest.weight() + 1))).isFalse();
        assertThat(isSound(with(honest, honest.groups().subList(0, 2), honest.weight())))
                .as("a circle is missing")
                .isFalse();
        List<Group> swapped =
                IntStream.range(0, 3)
                        .mapToObj(i ->
                                new Group(
                                        honest.groups().get(i).members(),
                                        honest.groups().get((i + 1) % 3).fit(),
                                        honest.groups().get(i).pairs()))
                        .toList();
        assertThat(isSound(with(honest, swapped, honest.weight()))).as("fits of others").isFalse();
        assertThat(engine.isSound("round", new CircleSize(6, 8), task, honest))
                .as("circles of another size")
                .isFalse();
        assertThat(engine.isSound("round", null, task, honest)).as("as pairs").isFalse();
    }
}
