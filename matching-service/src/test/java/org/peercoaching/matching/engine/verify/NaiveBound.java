package org.peercoaching.matching.engine.verify;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.Certificate.OddSet;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.score.Cohort;

/** What values prove, by looking at every pair and every trio in the plainest way. */
final class NaiveBound {

    private final Cohort cohort;
    private final int[] people;
    private final Set<String> paired;

    /**
     * Nobody is locked.
     *
     * @param cohort whose people are named so that their ids are in the order of their numbers
     * @param matching in parts in which its pairs leave nobody over, there are no trios
     */
    NaiveBound(Cohort cohort, Matching matching) {
        this(cohort, matching.groups());
    }

    /** As if these groups were all. */
    NaiveBound(Cohort cohort, List<Group> groups) {
        this.cohort = cohort;
        this.paired =
                groups.stream()
                        .map(Group::members)
                        .filter(members -> members.size() == 2)
                        .flatMap(List::stream)
                        .collect(Collectors.toSet());
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
            boolean trio = false;
            for (int i = 0; i < parts.length; i++) {
                if (parts[i] == part) {
                    trio |= !paired.contains(People.id(i));
                    most = Math.max(most, around(sets, i, i));
                }
            }
            twice += trio ? most : 0;
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
