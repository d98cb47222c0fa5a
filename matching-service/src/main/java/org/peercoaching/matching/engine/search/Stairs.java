package org.peercoaching.matching.engine.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Where to look for pairs with enough points for help: at whoever, on one of some steps, gives so
 * much and receives so much. The less is given, the more must be received.
 *
 * @param given what must be given on each step, the least first
 * @param received what must be received, the most first
 * @param asked which states of what is received, bit by bit, occur
 */
record Stairs(List<Pattern> given, List<Pattern> received, int asked) {

    static final int STEPS = 4;

    /** Everybody may be worth a look. */
    static final Stairs EVERYWHERE = new Stairs(List.of(Pattern.ALL), List.of(Pattern.ALL), 0);

    /** For so many points. */
    static Stairs of(Limits limits, int areas, int points) {
        int[] values = limits.values(areas);
        int first = 0;
        while (first < values.length && limits.answer(values[first], points) > Limits.WHOLE) {
            first++;
        }
        List<Pattern> given = new ArrayList<>();
        List<Pattern> received = new ArrayList<>();
        int count = values.length - first;
        for (int step = 0; step < STEPS; step++) {
            int from = first + step * count / STEPS;
            int to = first + (step + 1) * count / STEPS;
            if (from < to) {
                given.add(limits.given(areas, values[from]));
                received.add(limits.received(limits.answer(values[to - 1], points)));
            }
        }
        int asked = received.stream().mapToInt(Pattern::asked).reduce(0, (all, one) -> all | one);
        return new Stairs(given, received, asked);
    }
}
