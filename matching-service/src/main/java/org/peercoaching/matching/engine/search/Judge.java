package org.peercoaching.matching.engine.search;

import java.util.stream.IntStream;
import org.peercoaching.matching.engine.Candidate.Meeting;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Terms;
import org.peercoaching.matching.engine.WeekTime;
import org.peercoaching.matching.engine.score.Cohort;
import org.peercoaching.matching.engine.score.Points;
import org.peercoaching.matching.engine.score.Profiles;

/**
 * Weighs pairs of somebody with people of a range, one by one, until it is known that one is not
 * good enough: first the help, then the levels, then all that is looked up, and the time at last,
 * which takes longest. With it, it has the weight.
 */
final class Judge {

    /** Of more than these in a word those are looked at only who have time. */
    private static final int MANY = 4;

    private static final Meeting[] MEETINGS = Meeting.values();

    private final Cohort cohort;
    private final Points points;
    private final Policy policy;
    private final Terms least;
    private final int leastQuarters;
    private final int minimumScore;
    private final boolean zeros;
    private final Index index;
    private final Limits limits;
    private final Barred barred;
    private final int[] additions;
    private final int[] skills;
    private final int width;
    private final int detail;
    private final int firstStrength;
    private final int helpWidth;
    private final int tiesMost;
    private final int[] focuses;
    private final int[] equalities;
    private final int[] times;

    /** What somebody gives for each growth area, and takes for each strength: see Exchange. */
    private final int[] gives;

    private final int[] takes;

    /** Points by how others like to meet. */
    private final int[] methods = new int[MEETINGS.length];

    private int threshold;
    private int fixed;
    private int timeMost;

    Judge(
            Cohort cohort,
            Index index,
            Limits limits,
            Barred barred,
            Additions additions,
            int minimumScore,
            boolean zeros) {
        this.cohort = cohort;
        this.points = cohort.points();
        this.policy = cohort.policy();
        this.least = policy.strengths().least();
        this.leastQuarters = Math.ceilDiv(policy.commonMinutes(), WeekTime.QUARTER);
        this.minimumScore = minimumScore;
        this.zeros = zeros;
        this.index = index;
        this.limits = limits;
        this.barred = barred;
        this.additions = additions.places();
        this.skills = index.skills;
        this.width = 1 + index.wants + index.strengths;
        this.detail = Index.PATH + index.depth + index.tongues;
        this.firstStrength = 1 + index.wants;
        this.helpWidth = limits.helpWidth();
        this.tiesMost = limits.mostOfTies();
        this.focuses = IntStream.rangeClosed(0, 2).map(points::focusSkills).toArray();
        this.equalities =
                IntStream.rangeClosed(0, policy.levelDistance()).map(points::equality).toArray();
        this.times =
                IntStream.rangeClosed(0, Profiles.WEEK_WORDS * Long.SIZE)
                        .map(quarters -> points.sharedTime(quarters * WeekTime.QUARTER))
                        .toArray();
        this.gives = new int[Index.entry(cohort.profiles().skills(), 0)];
        this.takes = new int[gives.length];
    }

    /** Prepares for looks at the pairs of somebody. */
    void moveTo(Seeker seeker) {
        fixed = 2 * policy.priority().bonus() + seeker.own();
        for (Meeting theirs : MEETINGS) {
            boolean alike = Profiles.alike(seeker.row().meeting, theirs);
            methods[theirs.ordinal()] = points.method(alike);
        }
        seeker.row().exchange.enter(gives, takes);
    }

    /** Has looked at all of them, for now. */
    void leave(Seeker seeker) {
        seeker.row().exchange.leave(gives, takes);
    }

    /**
     * Offers those who are good enough.
     *
     * @param seeker to whom the judge has been moved
     * @param those who are looked at
     * @param shared points for time that one of them has at most
     * @param fewest points for help of those of interest
     * @param upper they must have less of them than this
     */
    void look(Seeker seeker, int range, long[] those, int shared, int fewest, int upper) {
        timeMost = shared;
        setThreshold(seeker, range);
        short[] help = limits.helpOf(seeker.row().wants.length);
        for (int word = 0; word < Layout.WORDS; word++) {
            long bits = those[word];
            if (Long.bitCount(bits) > MANY) {
                int at = index.base(range) + word;
                bits &= CommonTime.enough(index.bits, at, seeker.row().free, leastQuarters);
            }
            int first = range * Layout.RANGE + word * Long.SIZE;
            for (; bits != 0; bits &= bits - 1) {
                int place = first + Long.numberOfTrailingZeros(bits);
                long exchange = exchange(place);
                int helpful =
                        help[
                                (int) (exchange >>> Integer.SIZE & Exchange.FOCUS - 1) * helpWidth
                                        + skills[place * width]
                                        + (int) (exchange & Exchange.FOCUS - 1)];
                if (helpful >= fewest && helpful < upper) {
                    consider(seeker, range, place, helpful, exchange);
                }
            }
        }
    }

    private void setThreshold(Seeker seeker, int range) {
        threshold = seeker.best().threshold(seeker.floor(), index.lowestIndices[range]);
    }

    /** Units of gain that somebody is given, and in the upper half what they give; with marks. */
    private long exchange(int place) {
        int next = place * width + 1;
        int given =
                Points.importance(0) * gives[skills[next]]
                        + Points.importance(1) * gives[skills[next + 1]];
        next += 2;
        // From the third one on they count the same.
        for (int end = place * width + firstStrength; next < end; next += 2) {
            given += Points.importance(2) * (gives[skills[next]] + gives[skills[next + 1]]);
        }
        int taken = 0;
        for (int end = place * width + width; next < end; next += 2) {
            taken += takes[skills[next]] + takes[skills[next + 1]];
        }
        return (long) taken << Integer.SIZE | given;
    }

    private void consider(Seeker seeker, int range, int place, int helpful, long exchange) {
        int distance = Math.abs(index.details[place * detail + Index.LEVEL] - seeker.row().level);
        if (distance > policy.levelDistance()) {
            return;
        }
        int equality = equalities[distance];
        int method = methods[index.details[place * detail + Index.MEETING]];
        int sides =
                ((int) exchange >= Exchange.FOCUS ? 1 : 0)
                        + (exchange >>> Integer.SIZE >= Exchange.FOCUS ? 1 : 0);
        int focus = focuses[sides];
        int known = helpful + equality + method + focus;
        if (fixed + additions[place] + 2 * (known + timeMost + tiesMost) >= threshold
                && equality >= least.equality()
                && method >= least.method()
                && focus >= least.focusSkills()) {
            finish(seeker, range, place, known);
        }
    }

    private void finish(Seeker seeker, int range, int place, int known) {
        Row row = seeker.row();
        int base = fixed + additions[place];
        int quarters = row.commonQuarters(index.time, place);
        int shared = times[quarters];
        if (base + 2 * (known + shared + tiesMost) < threshold) {
            return;
        }
        int at = place * detail;
        int ties = newTies(row, at);
        int liking = liking(row, at);
        int language = points.language(Math.max(0, liking));
        int score = known + shared + ties + language;
        int worth = base + 2 * score;
        int other = index.layout.person(place);
        if (worth >= threshold
                && liking >= 0
                && quarters >= leastQuarters
                && score >= minimumScore
                && shared >= least.sharedTime()
                && ties >= least.newTies()
                && language >= least.language()
                && other != row.person
                && (policy.sameUnit() || index.details[at + Index.UNIT] != row.unit)
                && (zeros || fixed + cohort.bonus(other) + 2 * score > 0)
                && !barred.is(row.person, other)) {
            seeker.best().offer(worth, other);
            setThreshold(seeker, range);
        }
    }

    private int newTies(Row row, int at) {
        int depth = index.details[at + Index.DEPTH];
        int shorter = Math.min(depth, row.path.length);
        int common = 0;
        while (common < shorter && index.details[at + Index.PATH + common] == row.path[common]) {
            common++;
        }
        return points.newTies(common, Math.max(depth, row.path.length));
    }

    /** How much both like the language they like best; less than 0 if they share none. */
    private int liking(Row row, int at) {
        int languages = at + Index.PATH + index.depth;
        int liking = -1;
        for (int i = 0; i < index.details[at + Index.LANGUAGES]; i++) {
            for (int j = 0; j < row.languages.length; j++) {
                if (index.details[languages + i] == row.languages[j]) {
                    liking = Math.max(liking, Points.liking(i) + Points.liking(j));
                }
            }
        }
        return liking;
    }
}
