package org.peercoaching.local.demonstration.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How much is played, and with what parameters.
 *
 * @param name names the program and begins every idempotency key
 * @param seed another seed, another half year
 * @param units org units whose people exist; empty for all
 * @param weeks that are played
 * @param programWeeks how long the program runs
 * @param cadenceDays from one session to the next
 * @param sessionMinutes planned length of a session
 * @param enrollmentDays in which nearly all enroll who ever do
 * @param enrolling share of the people who do
 * @param roundDays on which the manager matches, the first round first
 */
public record Scenario(
        String name,
        long seed,
        Set<String> units,
        int weeks,
        int programWeeks,
        int cadenceDays,
        int sessionMinutes,
        int enrollmentDays,
        double enrolling,
        List<Integer> roundDays) {

    /** Who opens the program and matches its people. */
    public static final String PROGRAM_MANAGER = "program.manager";

    private static final int DAYS_PER_WEEK = 7;

    /** The whole organization for half a year. */
    public static Scenario full() {
        return new Scenario(
                "demonstration", 20_261_122, Set.of(), 26, 39, 14, 60, 18, 0.76, List.of(24, 66));
    }

    /** Two units for six weeks: for tests. */
    public static Scenario small() {
        return new Scenario(
                "small-demonstration",
                7,
                Set.of("/people/learning", "/engineering/platform"),
                6,
                8,
                7,
                60,
                4,
                0.9,
                List.of(8, 21));
    }

    /** The scenario of a name; empty for any other name. */
    public static Optional<Scenario> named(String name) {
        return Stream.of(full(), small()).filter(it -> it.name().equals(name)).findFirst();
    }

    /** How many days are played, from 0. */
    public int days() {
        return weeks * DAYS_PER_WEEK;
    }

    /** How many days the program runs. */
    public int programDays() {
        return programWeeks * DAYS_PER_WEEK;
    }
}
