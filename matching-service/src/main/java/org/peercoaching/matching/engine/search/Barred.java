package org.peercoaching.matching.engine.search;

import java.util.Arrays;
import org.peercoaching.matching.engine.score.Profiles;

/** Whom somebody must not be matched with because of who the two are, whichever of them knows. */
final class Barred {

    private final int[] starts;
    private final int[] others;

    Barred(Profiles profiles) {
        int size = profiles.size();
        starts = new int[size + 1];
        for (int one = 0; one < size; one++) {
            count(one, profiles.superiors(one));
            count(one, profiles.keptApart(one));
        }
        for (int one = 0; one < size; one++) {
            starts[one + 1] += starts[one];
        }
        others = new int[starts[size]];
        int[] next = starts.clone();
        for (int one = 0; one < size; one++) {
            add(one, profiles.superiors(one), next);
            add(one, profiles.keptApart(one), next);
        }
        for (int one = 0; one < size; one++) {
            Arrays.sort(others, starts[one], starts[one + 1]);
        }
    }

    private void count(int one, int[] barred) {
        starts[one + 1] += barred.length;
        for (int other : barred) {
            starts[other + 1]++;
        }
    }

    private void add(int one, int[] barred, int[] next) {
        for (int other : barred) {
            others[next[one]++] = other;
            others[next[other]++] = one;
        }
    }

    /** Whether two are. */
    boolean is(int one, int other) {
        return Arrays.binarySearch(others, starts[one], starts[one + 1], other) >= 0;
    }
}
