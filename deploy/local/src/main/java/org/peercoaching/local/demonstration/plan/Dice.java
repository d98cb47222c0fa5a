package org.peercoaching.local.demonstration.plan;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that falls the same way whenever the same is asked: it is drawn from what it is about. */
final class Dice {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final SplittableRandom random;

    private Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The dice for one question, such as what becomes of a person's goals. */
    static Dice about(Scenario scenario, String... subject) {
        long hash = FNV_OFFSET ^ scenario.seed();
        String text = scenario.name() + "|" + String.join("|", subject);
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return new Dice(hash);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Both ends included. */
    int between(int lowest, int highest) {
        return lowest + random.nextInt(highest - lowest + 1);
    }

    /** From 0 up to but without 1. */
    double share() {
        return random.nextDouble();
    }

    <T> T any(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }
}
