package org.peercoaching.participant.program;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.ProgramEvent;
import org.peercoaching.events.ProgramEvent.Method;
import org.peercoaching.kit.decision.Refusal;

/**
 * How many people a circle has, as it is asked for.
 *
 * @param min the fewest
 * @param max the most
 */
record CircleSize(@Min(FEWEST) @Max(MOST) int min, @Min(FEWEST) @Max(MOST) int max) {

    /** Of fewer, everybody would know who told them what. */
    private static final int FEWEST = 3;

    /** More would not all get a turn in one session. */
    private static final int MOST = 8;

    /** What is wrong with a size, or with there being one or none, for a method. */
    static Optional<Refusal> refusal(Method method, @Nullable CircleSize size) {
        boolean circles = method == Method.COACHING_CIRCLE;
        if (size == null) {
            return circles ? Optional.of(MISSING) : Optional.empty();
        }
        if (!circles) {
            return Optional.of(NO_CIRCLES);
        }
        return size.min <= size.max ? Optional.empty() : Optional.of(REVERSED);
    }

    ProgramEvent.CircleSize told() {
        return new ProgramEvent.CircleSize(min, max);
    }

    private static final Refusal MISSING =
            Refusal.invalid(
                    "circle-size-missing",
                    "A program of circles says how many people a circle has: \"circle\" with \"min\" and \"max\", each from 3 to 8.");

    private static final Refusal NO_CIRCLES =
            Refusal.invalid(
                    "circle-size-without-circles",
                    "Only a program of the method COACHING_CIRCLE has circles. Choose that method, or leave out \"circle\".");

    private static final Refusal REVERSED =
            Refusal.invalid(
                    "circle-size-reversed",
                    "The fewest people of a circle are more than the most. Exchange \"min\" and \"max\".");
}
