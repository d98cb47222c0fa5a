package org.peercoaching.matching.engine.search;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.matching.engine.score.Cohort;
import org.peercoaching.matching.engine.score.Points;
import org.peercoaching.matching.engine.score.Profiles;

/**
 * What of a pair is needed for points, so that a search knows where not to look. What is asked for
 * is kept; should two threads find out the same at once, they find the same.
 */
final class Limits {

    /** Help is counted in thousandths. */
    static final int WHOLE = 1_000;

    private static final int COARSE = 8;

    /** What any gain is a multiple of. */
    static final int UNIT =
            BigInteger.valueOf(Points.gain(1)).gcd(BigInteger.valueOf(Points.gain(2))).intValue();

    private final Points points;
    private final @Nullable Stairs[][] stairs;
    private final int[][] values;
    private final int[] helpAt;
    private final short[][] help;
    private final int[] counts;
    private final @Nullable Pattern[][] given;
    private final @Nullable Pattern[] received;

    Limits(Cohort cohort) {
        points = cohort.points();
        counts = wantCounts(cohort.profiles());
        int largest = Arrays.stream(counts).max().orElse(0);
        given = new Pattern[largest + 1][WHOLE + 2];
        values = new int[largest + 1][];
        stairs = new Stairs[largest + 1][points.most().reciprocalHelp() / COARSE + 1];
        for (int count : counts) {
            int places = Math.min(count, Pattern.PLACES);
            values[count] = Pattern.values(places, count);
        }
        received = new Pattern[WHOLE + 2];
        helpAt = new int[largest + 2];
        for (int count = 0; count <= largest; count++) {
            helpAt[count + 1] = helpAt[count] + importance(count) * Points.gain(2) / UNIT + 1;
        }
        help = new short[largest + 1][];
        for (int count : counts) {
            help[count] = help(count);
        }
    }

    private static int importance(int count) {
        return IntStream.range(0, count).map(Points::importance).sum();
    }

    private short[] help(int mine) {
        int width = helpWidth();
        int units = importance(mine) * Points.gain(2) / UNIT;
        short[] table = new short[(units + 1) * width];
        for (int taken = 0; taken <= units; taken++) {
            int in = Points.help(taken * UNIT, importance(mine));
            for (int theirs = 0; theirs < helpAt.length - 1; theirs++) {
                for (int given = helpAt[theirs]; given < helpAt[theirs + 1]; given++) {
                    int out = Points.help((given - helpAt[theirs]) * UNIT, importance(theirs));
                    table[taken * width + given] = (short) points.reciprocalHelp(in, out);
                }
            }
        }
        return table;
    }

    /**
     * The points for help of somebody with so many growth areas. A row for each number of units
     * they are given, in it a part for each number of growth areas others have, from {@link
     * #helpAt}, in it the points for each number of units the others are given.
     */
    short[] helpOf(int areas) {
        return help[areas];
    }

    private static int[] wantCounts(Profiles profiles) {
        boolean[] occurs = new boolean[Byte.MAX_VALUE];
        for (int i = 0; i < profiles.size(); i++) {
            occurs[profiles.wants(i).length] = true;
        }
        int[] counts = new int[occurs.length];
        int different = 0;
        for (int count = 0; count < occurs.length; count++) {
            if (occurs[count]) {
                counts[different++] = count;
            }
        }
        return Arrays.copyOf(counts, different);
    }

    /** How long a row is. */
    int helpWidth() {
        return helpAt[helpAt.length - 1];
    }

    /** Where in a row the part for so many growth areas starts. */
    int[] helpAt() {
        return helpAt;
    }

    /**
     * Where to look for pairs with at least so many points for help.
     *
     * @param areas how many growth areas the one has whose partners are looked for
     */
    Stairs stairs(int areas, int points) {
        if (points <= 0) {
            return Stairs.EVERYWHERE;
        }
        // What is looked up may be a little less than what is needed.
        int step = points / COARSE;
        Stairs known = stairs[areas][step];
        if (known == null) {
            known = Stairs.of(this, areas, step * COARSE);
            stairs[areas][step] = known;
        }
        return known;
    }

    /** The least help to be given, in thousandths, for so many points; over 1,000 if none is. */
    int answer(int taken, int needed) {
        int from = 0;
        int to = WHOLE + 1;
        while (from < to) {
            int middle = (from + to) / 2;
            if (points.reciprocalHelp(taken, middle) >= needed) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    /** How much somebody with so many growth areas may be helped, in thousandths, ascending. */
    int[] values(int areas) {
        return values[areas];
    }

    /** What somebody with so many growth areas must be given for some help. */
    Pattern given(int areas, int help) {
        Pattern known = given[areas][help];
        if (known == null) {
            known = Pattern.of(help, Math.min(areas, Pattern.PLACES), areas);
            given[areas][help] = known;
        }
        return known;
    }

    /** What anybody must receive for some help; more than 1,000 nobody can. */
    Pattern received(int help) {
        Pattern known = received[help];
        if (known == null) {
            known = Pattern.of(help, Features.PLACES, counts);
            received[help] = known;
        }
        return known;
    }

    /** The most points of help. */
    int mostHelp() {
        return points.most().reciprocalHelp();
    }

    /**
     * The most points of what neither help, levels nor time decide.
     *
     * @param focusSides in how many directions somebody may be helped in a focus skill
     */
    int mostElse(int focusSides) {
        return points.most().method() + points.focusSkills(focusSides) + mostOfTies();
    }

    /** The most points of what is looked at last. */
    int mostOfTies() {
        return points.most().language() + points.most().newTies();
    }
}
