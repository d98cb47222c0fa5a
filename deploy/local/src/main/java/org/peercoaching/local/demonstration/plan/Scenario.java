package org.peercoaching.local.demonstration.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.peercoaching.local.demonstration.plan.Program.Circle;

/**
 * How much is played.
 *
 * @param name begins every idempotency key
 * @param seed another seed, another half year
 * @param units org units whose people exist; empty for all
 * @param weeks that are played
 * @param reliability share of their meetings that the least reliable hold
 * @param programs one of pairs and one of circles; a person takes part in one of them at most
 */
public record Scenario(
        String name,
        long seed,
        Set<String> units,
        int weeks,
        double reliability,
        List<Program> programs) {

    /** Who opens the programs and matches their people. */
    public static final String PROGRAM_MANAGER = "program.manager";

    private static final int DAYS_PER_WEEK = 7;

    private static final String PAIRS = "Peer coaching across departments";
    private static final String CIRCLES = "Coaching circles";

    /** The whole organization for half a year; the circles begin in its sixth week. */
    public static Scenario full() {
        String name = "demonstration";
        return new Scenario(
                name,
                20_261_122,
                Set.of(),
                26,
                0.82,
                List.of(
                        new Program(
                                name,
                                PAIRS,
                                0,
                                39,
                                14,
                                60,
                                Optional.empty(),
                                18,
                                0.76,
                                List.of(24, 66)),
                        new Program(
                                name + "-circles",
                                CIRCLES,
                                36,
                                30,
                                14,
                                90,
                                Optional.of(new Circle(4, 6)),
                                12,
                                0.95,
                                List.of(54, 96))));
    }

    /**
     * Two units for six weeks: for tests. Few of their meetings go as planned, so that whatever can
     * become of one becomes of some, on whichever day it is played.
     */
    public static Scenario small() {
        String name = "small-demonstration";
        return new Scenario(
                name,
                7,
                Set.of("/people/learning", "/engineering/platform"),
                6,
                0.6,
                List.of(
                        new Program(
                                name, PAIRS, 0, 8, 7, 60, Optional.empty(), 4, 0.7, List.of(8, 21)),
                        new Program(
                                name + "-circles",
                                CIRCLES,
                                0,
                                8,
                                7,
                                60,
                                Optional.of(new Circle(3, 5)),
                                4,
                                1,
                                List.of(9, 22))));
    }

    /** The scenario of a name; empty for any other name. */
    public static Optional<Scenario> named(String name) {
        return Stream.of(full(), small()).filter(it -> it.name().equals(name)).findFirst();
    }

    /** How many days are played, from 0. */
    public int days() {
        return weeks * DAYS_PER_WEEK;
    }
}
