package org.peercoaching.matching.rounds;

import org.jspecify.annotations.Nullable;
import org.peercoaching.events.ProgramEvent.CircleSize;
import org.peercoaching.matching.engine.Matcher;
import org.peercoaching.matching.engine.Sizes;
import org.peercoaching.matching.engine.circles.CircleMatcher;

/** Who matches the people of a program: into pairs, or into circles of its size. */
final class Matchers {

    private final Matcher pairs;
    private final int threads;

    /**
     * Matchers.
     *
     * @param pairs matches into pairs
     * @param threads how many may work at a time
     */
    Matchers(Matcher pairs, int threads) {
        this.pairs = pairs;
        this.threads = threads;
    }

    /**
     * The matcher of a program.
     *
     * @param circle how many people a circle has; null for pairs
     */
    Matcher of(@Nullable CircleSize circle) {
        return circle == null
                ? pairs
                : new CircleMatcher(new Sizes(circle.min(), circle.max()), threads);
    }
}
