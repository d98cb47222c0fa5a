package org.peercoaching.analytics;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Properties are tried with many seeds; the one that fails is named. */
public final class Seeds {

    /** What is tried with each seed. */
    @FunctionalInterface
    public interface Property {
        void holds(RandomGenerator random);
    }

    private Seeds() {}

    /** Tries a property with the seeds from 1 to a number. */
    public static void upTo(int seeds, Property property) {
        for (long seed = 1; seed <= seeds; seed++) {
            try {
                property.holds(random(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("with seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    /** A generator that is the same everywhere. */
    public static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
