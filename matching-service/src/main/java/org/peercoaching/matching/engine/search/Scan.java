package org.peercoaching.matching.engine.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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

    /** So few of a range are looked at one by one at once. */
    private static final int FEW = 8;

    /** Of more than these in a word those are looked at only who have time. */
    private static final int MANY = 4;

    private static final Meeting[] MEETINGS = Meeting.values();

    /** Marks, above the gain, that a focus skill is among the skills. */
    private static final int FOCUS = 1 << 20;

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
    private final int minimumScore;
    private final boolean zeros;
    private final int[] gives;
    private final int[] takes;
    private final int[] equality;
    private final int[] sharedTime;
    private final int elseMost;
    private final int[] importance;
    private final int[] helpAt;
    private final int helpWidth;
    private final int[] skills;
    private final int width;
    private final int detail;
    private final int[] refs = new int[Pattern.PLACES * 81];
    private final long[] in = new long[Layout.WORDS];
    private final long[] some = new long[Layout.WORDS];
    private final long[] found = new long[Layout.WORDS];
    private final long[] match = new long[Layout.WORDS];
    private final long[] states = new long[2 * Features.PLACES * Layout.WORDS];

    private int[][] bases = new int[0][];
    private int[][] times = new int[0][];

    // The person and the range at hand.
    private Row row;
    private Best best;
    private int floor;
    private int[] help;
    private int fixed;
    private int timeMost;
    private int fewest;
    private int most;
    private int range;
    private boolean entered;
    private int threshold;

    @SuppressWarnings("NullAway.Init") // The person and the range at hand come with each sweep.
    Scan(
            Cohort cohort,
            Index index,
            Limits limits,
            Barred barred,
            Additions additions,
            int[] sweeps,
            int minimumScore,
            boolean zeros) {
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
        this.minimumScore = minimumScore;
        this.zeros = zeros;
        this.gives = new int[Index.entry(profiles.skills(), 0)];
        this.takes = new int[Index.entry(profiles.skills(), 0)];
        this.skills = index.skills;
        this.detail = Index.PATH + index.depth + index.tongues;
        this.width = 1 + index.wants + index.strengths;
        this.importance = IntStream.range(0, index.wants).map(Points::importance).toArray();
        this.helpAt = limits.helpAt();
        this.helpWidth = helpAt[helpAt.length - 1];
        this.help = new int[0];
        this.equality =
                IntStream.rangeClosed(0, policy.levelDistance()).map(points::equality).toArray();
        this.sharedTime =
                IntStream.rangeClosed(0, Profiles.WEEK_WORDS * Long.SIZE)
                        .map(quarters -> points.sharedTime(quarters * WeekTime.QUARTER))
                        .toArray();
        this.elseMost = limits.mostElse();
    }

    /**
     * Fills heaps.
     *
     * @param own what each adds to the weight of their pairs, in half points
     * @param floors only who is worth more is of interest
     */
    void fill(Row[] rows, int[] own, Best[] bests, int... floors) {
        if (rows.length == 0) {
            return;
        }
        prepare(rows, own);
        for (int next : order(rows[0])) {
            range = next;
            for (int i = 0; i < rows.length; i++) {
                if (bases[i][next] > NEVER) {
                    row = rows[i];
                    best = bests[i];
                    floor = floors[i];
                    fixed = 2 * policy.priority().bonus() + own[i];
                    sweep(bases[i][next], times[i][next]);
                }
            }
        }
    }

    /** While nothing is known, the best are looked for first. */
    private void sweep(int base, int time) {
        timeMost = time;
        int upper = Integer.MAX_VALUE;
        for (int lower : sweeps) {
            if (lower == 0 || !best.isFull()) {
                visit(base, lower, upper);
                upper = lower;
            }
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
        return Math.max(0, Math.max(index.lowestLevels[r] - level, level - index.highestLevels[r]));
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
                .sorted(
                        Comparator.comparing((Integer r) -> -bases[0][r])
                                .thenComparing(r -> -commonQuarters(first, index.unionTime, r)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void visit(int base, int lower, int upper) {
        setThreshold();
        int without = (base - fixed - largestAdditions[range]) / 2;
        int needed = Math.ceilDiv(threshold - base, 2);
        needed = Math.max(needed, minimumScore - without);
        needed = Math.max(needed, least.reciprocalHelp());
        if (needed >= upper || needed > limits.mostHelp()) {
            return;
        }
        needed = Math.max(needed, lower);
        fewest = needed;
        most = upper;
        entered = false;
        matching(limits.stairs(row.wants.length, needed));
        if (entered) {
            leave();
        }
    }

    /** What somebody in the range must be worth now. */
    private void setThreshold() {
        threshold = best.threshold(floor, index.lowestIndices[range]);
    }

    private void matching(Stairs stairs) {
        List<Pattern> given = stairs.given();
        List<Pattern> received = stairs.received();
        int last = given.size() - 1;
        if (last < 0) {
            return;
        }
        given(given.getFirst(), in);
        speaking();
        int left = Words.count(in);
        if (left > FEW) {
            receiving(stairs.asked());
            received(received.get(last), in);
            left = Words.count(in);
        }
        if (left > FEW && last > 0) {
            stairs(given, received, last);
        }
        if (left > 0) {
            for (int word = 0; word < Layout.WORDS; word++) {
                look(index.base(range) + word, word, in[word]);
            }
        }
    }

    /** Keeps those who stand on one of the steps. */
    private void stairs(List<Pattern> given, List<Pattern> received, int last) {
        System.arraycopy(in, 0, found, 0, Layout.WORDS);
        received(received.getFirst(), found);
        for (int step = 1; step <= last; step++) {
            given(given.get(step), some);
            Words.and(in, some);
            System.arraycopy(in, 0, some, 0, Layout.WORDS);
            if (step < last) {
                received(received.get(step), some);
            }
            Words.or(found, 0, some, 0);
        }
        System.arraycopy(found, 0, in, 0, Layout.WORDS);
    }

    /** Who gives enough. */
    private void given(Pattern pattern, long[] to) {
        int[] states = pattern.states();
        for (int i = 0; i < states.length; i++) {
            refs[i] = row.giving[states[i]];
        }
        pattern.match(index.bits, index.base(range), refs, to);
    }

    /** Keeps those who receive enough. */
    private void received(Pattern pattern, long[] those) {
        if (!pattern.all()) {
            pattern.match(states, 0, pattern.words(), match);
            Words.and(those, match);
        }
    }

    private void speaking() {
        Arrays.fill(some, 0);
        for (int feature : row.speaking) {
            Words.or(some, 0, index.bits, index.base(range) + feature);
        }
        Words.and(in, some);
    }

    private void receiving(int asked) {
        int base = index.base(range);
        for (int rest = asked; rest != 0; rest &= rest - 1) {
            int state = Integer.numberOfTrailingZeros(rest);
            int to = state * Layout.WORDS;
            int[] features = row.receiving[state];
            System.arraycopy(index.bits, base + features[0], states, to, Layout.WORDS);
            for (int i = 1; i < features.length; i++) {
                Words.or(states, to, index.bits, base + features[i]);
            }
        }
    }

    private void look(int at, int word, long some) {
        if (some == 0) {
            return;
        }
        long bits =
                Long.bitCount(some) > MANY
                        ? some & CommonTime.enough(index.bits, at, row.free, leastQuarters)
                        : some;
        if (!entered) {
            enter();
        }
        int first = range * Layout.RANGE + word * Long.SIZE;
        for (; bits != 0; bits &= bits - 1) {
            int place = first + Long.numberOfTrailingZeros(bits);
            long exchange = exchange(place);
            int points =
                    help[
                            (int) (exchange >>> Integer.SIZE & FOCUS - 1) * helpWidth
                                    + skills[place * width]
                                    + (int) (exchange & FOCUS - 1)];
            if (points >= fewest && points < most) {
                consider(place, points, exchange);
            }
        }
    }

    /** Units of gain that somebody is given, and in the upper half what they give; with marks. */
    private long exchange(int place) {
        int next = place * width + 1;
        int given = 0;
        for (int i = 0; i < index.wants; i += 2, next += 2) {
            given +=
                    gives[skills[next]] * importance[i]
                            + gives[skills[next + 1]] * importance[i + 1];
        }
        int taken = 0;
        for (int end = place * width + width; next < end; next += 2) {
            taken += takes[skills[next]] + takes[skills[next + 1]];
        }
        return (long) taken << Integer.SIZE | given;
    }

    private void enter() {
        entered = true;
        help = limits.helpOf(row.wants.length);
        for (int strength : row.strengths) {
            int skill = Profiles.skillOf(strength);
            int flag = profiles.isFocus(skill) ? FOCUS : 0;
            for (int level = 0; level < Profiles.levelOf(strength); level++) {
                int gain = Points.gain(Profiles.levelOf(strength) - level);
                gives[Index.entry(skill, level)] = gain / Limits.UNIT | flag;
            }
        }
        for (int want : row.wants) {
            int skill = Profiles.skillOf(want);
            int flag = profiles.isFocus(skill) ? FOCUS : 0;
            for (int level = Profiles.levelOf(want) + 1; level < 8; level++) {
                int gain = Points.gain(level - Profiles.levelOf(want));
                takes[Index.entry(skill, level)] +=
                        gain / Limits.UNIT * Profiles.importanceOf(want) | flag;
            }
        }
    }

    private void leave() {
        for (int strength : row.strengths) {
            int from = Index.entry(Profiles.skillOf(strength), 0);
            Arrays.fill(gives, from, from + 8, 0);
        }
        for (int want : row.wants) {
            int from = Index.entry(Profiles.skillOf(want), 0);
            Arrays.fill(takes, from, from + 8, 0);
        }
    }

    private void consider(int place, int points, long exchange) {
        int distance = Math.abs(index.details[place * detail + Index.LEVEL] - row.level);
        if (distance > policy.levelDistance()) {
            return;
        }
        int equality = this.equality[distance];
        int score = points + equality;
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
        int sides =
                ((int) exchange >= FOCUS ? 1 : 0) + (exchange >>> Integer.SIZE >= FOCUS ? 1 : 0);
        finish(place, score, sides);
    }

    private void finish(int place, int known, int sides) {
        int[] details = index.details;
        int at = place * detail;
        int method =
                points.method(Profiles.alike(row.meeting, MEETINGS[details[at + Index.MEETING]]));
        int focus = points.focusSkills(sides);
        int common = 0;
        int depth = details[at + Index.DEPTH];
        int shorter = Math.min(depth, row.path.length);
        while (common < shorter && details[at + Index.PATH + common] == row.path[common]) {
            common++;
        }
        int ties = points.newTies(common, Math.max(depth, row.path.length));
        int liking = -1;
        int languages = at + Index.PATH + index.depth;
        for (int i = 0; i < details[at + Index.LANGUAGES]; i++) {
            for (int j = 0; j < row.languages.length; j++) {
                if (details[languages + i] == row.languages[j]) {
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
                && score >= minimumScore
                && method >= least.method()
                && focus >= least.focusSkills()
                && ties >= least.newTies()
                && language >= least.language()
                && other != row.person
                && (policy.sameUnit() || details[at + Index.UNIT] != row.unit)
                && (zeros || fixed + cohort.bonus(other) + 2 * score > 0)
                && !barred.is(row.person, other)) {
            best.offer(worth, other);
            setThreshold();
        }
    }
}
