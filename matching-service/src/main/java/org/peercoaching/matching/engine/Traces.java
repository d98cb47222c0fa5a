package org.peercoaching.matching.engine;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a matcher leaves behind for the next one, of everybody whom no locked match holds, in the
 * order of their ids; people are named by their place in that order. No allowed pair weighs more
 * than the values of its members and the lesser of their shortfalls.
 *
 * @param values in half points, none negative
 * @param shortfalls in half points, mostly 0
 * @param partners of those who are in a pair; -1 for the others
 * @param nearest for each the others in pairs that come close to what the values cover, the closest
 *     first
 * @param complete of whom those are all the allowed pairs that weigh anything
 */
public record Traces(
        int[] values, int[] shortfalls, int[] partners, int[][] nearest, boolean[] complete) {

    /**
     * Checks that all tell of the same people.
     *
     * @throws IllegalArgumentException if they do not
     */
    public Traces {
        int people = values.length;
        if (shortfalls.length != people
                || partners.length != people
                || nearest.length != people
                || complete.length != people
                || !areMutual(partners)
                || Arrays.stream(nearest)
                        .flatMapToInt(Arrays::stream)
                        .anyMatch(one -> one < 0 || one >= people)) {
            throw new IllegalArgumentException("Traces do not tell of the same people");
        }
    }

    private static boolean areMutual(int[] partners) {
        return IntStream.range(0, partners.length)
                .allMatch(one -> {
                    int other = partners[one];
                    return other == -1
                            || other >= 0
                                    && other < partners.length
                                    && other != one
                                    && partners[other] == one;
                });
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Traces(var theirs, var lacking, var matched, var close, var all)
                && Arrays.equals(values, theirs)
                && Arrays.equals(shortfalls, lacking)
                && Arrays.equals(partners, matched)
                && Arrays.deepEquals(nearest, close)
                && Arrays.equals(complete, all);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.hashCode(partners);
    }
}
