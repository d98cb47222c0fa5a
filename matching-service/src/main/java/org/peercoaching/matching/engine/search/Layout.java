package org.peercoaching.matching.engine.search;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.score.Profiles;

/**
 * An order of people in which those stand together who are alike in what bounds the weight of a
 * pair: level, time of day, and what they themselves add to a pair. It is cut into ranges of at
 * most {@link #RANGE} places, so that a bound for a range is a good bound for everybody in it. The
 * last places of a range may be empty.
 */
final class Layout {

    /** Places of a range. */
    static final int RANGE = 256;

    /** Words of a range, one bit for each place. {@link Words} writes out all four. */
    static final int WORDS = RANGE / Long.SIZE;

    private static final int PARTS_OF_THE_DAY = 8;
    private static final int QUARTERS_OF_A_DAY = 96;

    private final int[] people;
    private final int[] filled;

    private Layout(int[] people, int[] filled) {
        this.people = people;
        this.filled = filled;
    }

    /**
     * An order of some people.
     *
     * @param members their indices
     * @param additions what each adds to the worth of a pair, whoever the other is
     * @param most so many people stand in a range at most, up to {@link #RANGE}
     */
    static Layout of(Profiles profiles, int[] members, int[] additions, int most) {
        long[] keys = new long[members.length];
        int largest = Arrays.stream(additions).max().orElse(0);
        for (int at = 0; at < keys.length; at++) {
            int i = members[at];
            long group = profiles.level(i) * PARTS_OF_THE_DAY + partOfTheDay(profiles, i);
            // The addition, largest first, to some bits less than it may have.
            long less = Math.min((largest - additions[i]) >>> 4, (1 << 20) - 1);
            keys[at] = group << 52 | less << 32 | i;
        }
        Arrays.sort(keys);
        return cut(keys, most);
    }

    private static Layout cut(long[] keys, int most) {
        int enough = (most + 1) / 2;
        int[] people = new int[(keys.length / enough + 1) * RANGE];
        int[] filled = new int[keys.length / enough + 1];
        int range = 0;
        for (int i = 0; i < keys.length; i++) {
            boolean other = i > 0 && keys[i] >>> 52 != keys[i - 1] >>> 52;
            if (filled[range] == most || other && filled[range] >= enough) {
                range++;
            }
            people[range * RANGE + filled[range]++] = (int) keys[i];
        }
        int ranges = keys.length == 0 ? 0 : range + 1;
        return new Layout(Arrays.copyOf(people, ranges * RANGE), Arrays.copyOf(filled, ranges));
    }

    /** Where the middle of somebody's free time lies on the clock. */
    private static int partOfTheDay(Profiles profiles, int index) {
        double x = 0;
        double y = 0;
        for (int word = 0; word < Profiles.WEEK_WORDS; word++) {
            long left = profiles.time(index, word);
            while (left != 0) {
                int quarter = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                x += COSINES[quarter % QUARTERS_OF_A_DAY];
                y += COSINES[(quarter + 3 * QUARTERS_OF_A_DAY / 4) % QUARTERS_OF_A_DAY];
                left &= left - 1;
            }
        }
        double turn = Math.atan2(y, x) / (2 * Math.PI) + 0.5;
        return Math.clamp((int) (turn * PARTS_OF_THE_DAY), 0, PARTS_OF_THE_DAY - 1);
    }

    private static final double[] COSINES = new double[QUARTERS_OF_A_DAY];

    static {
        for (int i = 0; i < QUARTERS_OF_A_DAY; i++) {
            COSINES[i] = Math.cos(2 * Math.PI * i / QUARTERS_OF_A_DAY);
        }
    }

    /** How many ranges there are. */
    int ranges() {
        return filled.length;
    }

    /** How many places of a range, the first ones, are taken. */
    int filled(int range) {
        return filled[range];
    }

    /** The places that are taken, in their order. */
    IntStream places() {
        return IntStream.range(0, ranges())
                .flatMap(range -> IntStream.range(range * RANGE, range * RANGE + filled[range]));
    }

    /** Who is at a place; places of a range follow those of the one before. */
    int person(int place) {
        return people[place];
    }
}
