package org.peercoaching.matching.engine.verify;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.score.Cohort;
import org.peercoaching.matching.engine.score.Profiles;

/** People in slots, in the order of their levels, and of a figure within a level. */
final class Slots {

    private final int[] positions;
    private final int[] people;
    private final int[] levels;
    private final long[] figures;
    private final int[] starts;

    /**
     * Sorts them.
     *
     * @param people indices in the cohort, by position
     * @param figures by position
     */
    Slots(Cohort cohort, int[] people, long[] figures) {
        Profiles profiles = cohort.profiles();
        int size = people.length;
        this.positions =
                IntStream.range(0, size)
                        .boxed()
                        .sorted(
                                Comparator.comparing((Integer i) -> profiles.level(people[i]))
                                        .thenComparing(i -> figures[i]))
                        .mapToInt(i -> i)
                        .toArray();
        this.people = IntStream.of(positions).map(position -> people[position]).toArray();
        this.figures = IntStream.of(positions).mapToLong(position -> figures[position]).toArray();
        this.levels = IntStream.of(this.people).map(profiles::level).toArray();
        this.starts =
                IntStream.rangeClosed(0, size)
                        .filter(i -> i == 0 || i == size || levels[i - 1] != levels[i])
                        .toArray();
    }

    int size() {
        return positions.length;
    }

    int position(int slot) {
        return positions[slot];
    }

    int person(int slot) {
        return people[slot];
    }

    int level(int slot) {
        return levels[slot];
    }

    long figure(int slot) {
        return figures[slot];
    }

    /** How many levels there are people of. */
    int groups() {
        return Math.max(0, starts.length - 1);
    }

    /** The first slot of the people of one level; that of {@link #groups()} is after the last. */
    int start(int group) {
        return starts[group];
    }

    /** The group of the level that somebody has. */
    int group(int slot) {
        int found = Arrays.binarySearch(starts, slot);
        return found >= 0 ? found : -found - 2;
    }

    /** The first slot from one on, all of one level, whose figure is not below a bound. */
    int cut(int from, int to, long bound) {
        int low = from;
        int high = Math.max(from, to);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (figures[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
