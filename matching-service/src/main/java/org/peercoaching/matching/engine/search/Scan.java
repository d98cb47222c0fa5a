package org.peercoaching.matching.engine.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.Candidate.Meeting;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Terms;
import org.peercoaching.matching.engine.WeekTime;
import org.peercoaching.matching.engine.score.Cohort;
import org.peercoaching.matching.engine.score.Points;
import org.peercoaching.matching.engine.score.Profiles;

/**
 * Looks for the best partners of some people who are alike, range by range of an index. It sweeps
 * over the ranges several times, and each time looks at those only who help so much and are helped
 * so much: at first for the best, then for less. So the best are known early, and what cannot be
 * better than they are is left out: whole ranges, by a bound for all in it; of the others all who
 * lack the bits of any combination that could be enough; and then one by one, as term by term
 * becomes known.
 */
final class Scan {

    /** Marks, above the gain, that a focus skill is among the skills. */
    private static final int FOCUS = 1 << 20;

    private static final Meeting[] MEETINGS = Meeting.values();

    /** Nothing is worth as little; leaves room to add and subtract. */
    static final int NEVER = -(1 << 29);

    private final Cohort cohort;
    private final Index index;
    private final Limits limits;
    private final Barred barred;
    private final Profiles profiles;
    private final Points points;
    private final Policy policy;
    private final Terms least;
    private final int leastQuarters;
    private final int[] additions;
    private final int[] largestAdditions;
    private final int[] sweeps;
    private final int[] gives;
    private final int[] takes;
    private final int[] equality;
    private final int[] sharedTime;
    private final int elseMost;

    private int[][] bases = new int[0][];
    private int[][] times = new int[0][];

    // The person and the range at hand.
    private Row row;
    private Best best;
    private int floor;
    private int fixed;
    private int timeMost;
    private int fewest;
    private int most;
    private int range;
    private boolean entered;
    private int threshold;

    // How far the work goes: pairs whose score was begun.
    long looked;

    Scan(
            Cohort cohort,
            Index index,
            Limits limits,
            Barred barred,
            Additions additions,
            int[] sweeps) {
        this.cohort = cohort;
        this.index = index;
        this.limits = limits;
        this.barred = barred;
        this.profiles = cohort.profiles();
        this.points = cohort.points();
        this.policy = cohort.policy();
        this.least = policy.strengths().least();
        this.leastQuarters = (policy.commonMinutes() + WeekTime.QUARTER - 1) / WeekTime.QUARTER;
        this.additions = additions.places();
        this.largestAdditions = additions.ranges();
        this.sweeps = sweeps;
        this.gives = new int[profiles.skills() << 3];
        this.takes = new int[profiles.skills() << 3];
        this.equality =
                IntStream.rangeClosed(0, policy.levelDistance())
                        .map(points::equality)
                        .toArray();
        this.sharedTime =
                IntStream.rangeClosed(0, Profiles.WEEK_WORDS * Long.SIZE)
                        .map(quarters -> points.sharedTime(quarters * WeekTime.QUARTER))
                        .toArray();
        this.elseMost = limits.mostElse();
    }

    /**
     * Fills heaps.
     *
     * @param floors only who is worth more is of interest
     * @param own what each adds to the weight of their pairs, in half points
     */
    void fill(Row[] rows, int[] own, Best[] bests, int[] floors) {
        prepare(rows, own);
        int[] order = order(rows[0]);
        int upper = Integer.MAX_VALUE;
        for (int lower : sweeps) {
            for (int next : order) {
                range = next;
                for (int i = 0; i < rows.length; i++) {
                    if (bases[i][next] > NEVER) {
                        row = rows[i];
                        best = bests[i];
                        floor = floors[i];
                        visit(bases[i][next], times[i][next], lower, upper, own[i]);
                    }
                }
            }
            upper = lower;
        }
    }

    /** What a pair with somebody in a range is worth at most, without the points for help. */
    private void prepare(Row[] rows, int[] own) {
        int ranges = index.layout.ranges();
        bases = new int[rows.length][ranges];
        times = new int[rows.length][ranges];
        for (int i = 0; i < rows.length; i++) {
            for (int r = 0; r < ranges; r++) {
                int distance = distance(rows[i].level, r);
                int common = WeekTime.QUARTER * commonQuarters(rows[i], index.unionTime, r);
                boolean possible =
                        distance <= policy.levelDistance()
                                && points.equality(distance) >= least.equality()
                                && common >= policy.commonMinutes()
                                && points.sharedTime(common) >= least.sharedTime();
                int score =
                        points.equality(distance) + points.sharedTime(common) + limits.mostElse();
                times[i][r] = points.sharedTime(common);
                bases[i][r] =
                        possible
                                ? 2 * (policy.priority().bonus() + score)
                                        + own[i]
                                        + largestAdditions[r]
                                : NEVER;
            }
        }
    }

    private int distance(int level, int r) {
        return Math.max(
                0, Math.max(index.lowestLevels[r] - level, level - index.highestLevels[r]));
    }

    private static int commonQuarters(Row row, long[] time, int place) {
        int quarters = 0;
        int at = place * Profiles.WEEK_WORDS;
        for (int i = 0; i < row.words.length; i++) {
            quarters += Long.bitCount(row.time[i] & time[at + row.words[i]]);
        }
        return quarters;
    }

    private int[] order(Row first) {
        return IntStream.range(0, index.layout.ranges())
                .boxed()
                .sorted(Comparator.comparing((Integer r) -> -bases[0][r])
                        .thenComparing(r -> -commonQuarters(first, index.unionTime, r)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void visit(int base, int time, int lower, int upper, int own) {
        setThreshold();
        fixed = 2 * policy.priority().bonus() + own;
        timeMost = time;
        int without = (base - fixed - largestAdditions[range]) / 2;
        int needed = Math.ceilDiv(threshold - base, 2);
        needed = Math.max(needed, policy.minimumScore() - without);
        needed = Math.max(needed, least.reciprocalHelp());
        if (needed >= upper || needed > limits.mostHelp()) {
            return;
        }
        needed = Math.max(needed, lower);
        fewest = needed;
        most = upper;
        entered = false;
        if (needed <= 0) {
            everybody();
        } else if (limits.alone(needed) > 1_000) {
            int help = limits.mutual(needed);
            matching(limits.given(row.wants.length, help), limits.received(help), true);
        } else {
            int help = limits.mutual(needed);
            matching(limits.given(row.wants.length, help), limits.received(help), false);
        }
        if (entered) {
            leave();
        }
    }

    /** What somebody in the range must be worth now. */
    private void setThreshold() {
        threshold = best.threshold(floor, index.lowestIndices[range]);
    }

    private void everybody() {
        int base = index.base(range);
        int words = (index.layout.filled(range) + Long.SIZE - 1) / Long.SIZE;
        for (int word = 0; word < words; word++) {
            look(base + word, word, -1L);
        }
    }

    private void matching(Pattern given, Pattern received, boolean both) {
        int base = index.base(range);
        int words = (index.layout.filled(range) + Long.SIZE - 1) / Long.SIZE;
        for (int word = 0; word < words; word++) {
            long in = giving(base + word, given);
            if (both && in == 0) {
                continue;
            }
            long out = receiving(base + word, received);
            long bits = both ? in & out : in | out;
            if (bits != 0) {
                look(base + word, word, bits);
            }
        }
    }

    private long giving(int at, Pattern pattern) {
        long[] bits = index.bits;
        long any = 0;
        for (int combination : pattern.combinations()) {
            long all = -1;
            for (int rest = combination, i = 0; i < 4; i++, rest >>>= 4) {
                int asked = rest & 15;
                if (asked != Pattern.ANYTHING) {
                    all &= bits[at + row.giving[asked]];
                }
            }
            any |= all;
        }
        return any;
    }

    private final long[] states = new long[Pattern.ANYTHING + 1];

    private long receiving(int at, Pattern pattern) {
        long[] bits = index.bits;
        states[Pattern.ANYTHING] = -1;
        for (int asked = pattern.asked(); asked != 0; asked &= asked - 1) {
            int state = Integer.numberOfTrailingZeros(asked);
            long any = 0;
            for (int feature : row.receiving[state]) {
                any |= bits[at + feature];
            }
            states[state] = any;
        }
        long any = 0;
        for (int combination : pattern.combinations()) {
            any |=
                    states[combination & 15]
                            & states[combination >>> 4 & 15]
                            & states[combination >>> 8 & 15]
                            & states[combination >>> 12 & 15];
        }
        return any;
    }

    private void look(int at, int word, long some) {
        long speaking = 0;
        for (int feature : row.speaking) {
            speaking |= index.bits[at + feature];
        }
        long bits = some & speaking;
        if (Long.bitCount(bits) > 8) {
            bits &= available(at);
        }
        if (bits != 0 && !entered) {
            enter();
        }
        for (; bits != 0; bits &= bits - 1) {
            consider(range * Layout.RANGE + word * Long.SIZE + Long.numberOfTrailingZeros(bits));
        }
    }

    /** Who has time enough in common with the person; counts all of a word's people at once. */
    private long available(int at) {
        if (leastQuarters == 0) {
            return -1;
        }
        // A counter for each bit, starting so high that it overflows at the least that is asked.
        int digits = Integer.SIZE - Integer.numberOfLeadingZeros(leastQuarters - 1);
        if (digits > 6) {
            return -1;
        }
        int start = (1 << digits) - leastQuarters;
        long d0 = -(start & 1);
        long d1 = -(start >> 1 & 1);
        long d2 = -(start >> 2 & 1);
        long d3 = -(start >> 3 & 1);
        long d4 = -(start >> 4 & 1);
        long d5 = -(start >> 5 & 1);
        long over = 0;
        for (int feature : row.free) {
            long carry = index.bits[at + feature];
            if (digits > 0) {
                long next = d0 & carry;
                d0 ^= carry;
                carry = next;
            }
            if (digits > 1) {
                long next = d1 & carry;
                d1 ^= carry;
                carry = next;
            }
            if (digits > 2) {
                long next = d2 & carry;
                d2 ^= carry;
                carry = next;
            }
            if (digits > 3) {
                long next = d3 & carry;
                d3 ^= carry;
                carry = next;
            }
            if (digits > 4) {
                long next = d4 & carry;
                d4 ^= carry;
                carry = next;
            }
            if (digits > 5) {
                long next = d5 & carry;
                d5 ^= carry;
                carry = next;
            }
            over |= carry;
        }
        return over;
    }

    private void enter() {
        entered = true;
        for (int strength : row.strengths) {
            int skill = Profiles.skillOf(strength);
            int flag = profiles.isFocus(skill) ? FOCUS : 0;
            for (int level = 0; level < Profiles.levelOf(strength); level++) {
                gives[skill << 3 | level] =
                        Points.gain(Profiles.levelOf(strength) - level) | flag;
            }
        }
        for (int want : row.wants) {
            int skill = Profiles.skillOf(want);
            int flag = profiles.isFocus(skill) ? FOCUS : 0;
            for (int level = Profiles.levelOf(want) + 1; level < 8; level++) {
                int gain = Points.gain(level - Profiles.levelOf(want));
                takes[skill << 3 | level] += gain * Profiles.importanceOf(want) | flag;
            }
        }
    }

    private void leave() {
        for (int strength : row.strengths) {
            int skill = Profiles.skillOf(strength);
            Arrays.fill(gives, skill << 3, skill + 1 << 3, 0);
        }
        for (int want : row.wants) {
            int skill = Profiles.skillOf(want);
            Arrays.fill(takes, skill << 3, skill + 1 << 3, 0);
        }
    }

    private void consider(int place) {
        looked++;
        int[] facts = index.facts;
        int at = index.starts[place];
        int counts = facts[at + Index.COUNTS];
        int distance = Math.abs(facts[at + Index.LEVEL] - row.level);
        if (distance > policy.levelDistance()) {
            return;
        }
        int next = at + Index.LISTS;
        int given = 0;
        for (int end = next + (counts & 255); next < end; next++) {
            int want = facts[next];
            given += gives[want >> 3] * (want & 7);
        }
        int taken = 0;
        for (int end = next + (counts >> 8 & 255); next < end; next++) {
            taken += takes[facts[next] >> 3];
        }
        int out = Points.help(given & FOCUS - 1, facts[at + Index.IMPORTANCE]);
        int in = Points.help(taken & FOCUS - 1, row.importance);
        int help = points.reciprocalHelp(in, out);
        if (help >= most || help < fewest) {
            return;
        }
        int equality = this.equality[distance];
        int score = help + equality;
        if (fixed + additions[place] + 2 * (score + timeMost + elseMost) < threshold) {
            return;
        }
        int quarters = commonQuarters(row, index.time, place);
        int shared = sharedTime[quarters];
        score += shared;
        if (quarters < leastQuarters
                || fixed + additions[place] + 2 * (score + elseMost) < threshold
                || equality < least.equality()
                || shared < least.sharedTime()) {
            return;
        }
        int sides = (given >= FOCUS ? 1 : 0) + (taken >= FOCUS ? 1 : 0);
        finish(place, score, sides, next, counts);
    }

    private void finish(int place, int known, int sides, int from, int counts) {
        int[] facts = index.facts;
        int method =
                points.method(Profiles.alike(row.meeting, MEETINGS[counts >> 24]));
        int focus = points.focusSkills(sides);
        int unit = facts[index.starts[place] + Index.UNIT];
        int ties =
                points.newTies(
                        profiles.commonUnits(row.unit, unit),
                        profiles.longestPath(row.unit, unit));
        int liking = -1;
        for (int i = 0; i < (counts >> 16 & 255); i++) {
            for (int j = 0; j < row.languages.length; j++) {
                if (facts[from + i] == row.languages[j]) {
                    liking = Math.max(liking, Points.liking(i) + Points.liking(j));
                }
            }
        }
        if (liking < 0) {
            return;
        }
        int language = points.language(liking);
        int score = known + method + focus + ties + language;
        int worth = fixed + additions[place] + 2 * score;
        int other = index.layout.person(place);
        if (worth >= threshold
                && score >= policy.minimumScore()
                && method >= least.method()
                && focus >= least.focusSkills()
                && ties >= least.newTies()
                && language >= least.language()
                && other != row.person
                && (policy.sameUnit() || unit != row.unit)
                && fixed + bonus(other) + 2 * score > 0
                && !barred.is(row.person, other)) {
            best.offer(worth, other);
            setThreshold();
        }
    }

    private int bonus(int other) {
        return cohort.bonus(other);
    }
}
