package org.peercoaching.matching.engine.verify;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.Certificate.OddSet;
import org.peercoaching.matching.engine.score.Cohort;

/** What values prove, by looking at every pair and every trio in the plainest way. */
final class NaiveBound {

    private final Cohort cohort;
    private final int[] people;

    /**
     * Nobody is locked.
     *
     * @param cohort whose people are named so that their ids are in the order of their numbers
     */
    NaiveBound(Cohort cohort) {
        this.cohort = cohort;
        this.people =
                IntStream.range(0, cohort.size())
                        .map(i -> Forge.index(cohort, People.id(i)))
                        .toArray();
    }

    long[] shortfalls(long[] values, List<OddSet> sets) {
        long[] shortfalls = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values.length; j++) {
                if (i != j) {
                    long covered = values[i] + values[j] + around(sets, i, j);
                    long weight = cohort.weight(people[i], people[j]);
                    shortfalls[i] = Math.max(shortfalls[i], weight - covered);
                }
            }
        }
        return shortfalls;
    }

    long proven(long[] values, List<OddSet> sets) {
        long twice = 0;
        for (OddSet set : sets) {
            twice += set.value() * (set.members().length - 1);
        }
        twice += 2 * Arrays.stream(values).sum();
        twice += Arrays.stream(shortfalls(values, sets)).sum();
        int[] parts = parts();
        for (int part = 0; part < parts.length; part++) {
            long most = 0;
            long members = 0;
            for (int i = 0; i < parts.length; i++) {
                if (parts[i] == part) {
                    members++;
                    most = Math.max(most, around(sets, i, i));
                }
            }
            twice += members < 3 ? 0 : most;
        }
        return Math.floorDiv(twice, 2L);
    }

    private static long around(List<OddSet> sets, int one, int other) {
        long sum = 0;
        for (OddSet set : sets) {
            boolean both =
                    Arrays.binarySearch(set.members(), one) >= 0
                            && Arrays.binarySearch(set.members(), other) >= 0;
            sum += both ? set.value() : 0;
        }
        return sum;
    }

    private int[] parts() {
        int[] parts = IntStream.range(0, people.length).toArray();
        for (int i = 0; i < people.length; i++) {
            for (int j = 0; j < i; j++) {
                if (cohort.weight(people[i], people[j]) > 0) {
                    int from = parts[j];
                    int to = parts[i];
                    Arrays.setAll(parts, k -> parts[k] == from ? to : parts[k]);
                }
            }
        }
        return parts;
    }
}
