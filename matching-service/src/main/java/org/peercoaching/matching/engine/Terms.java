package org.peercoaching.matching.engine;

import java.util.stream.IntStream;

/**
 * What a score is made of, in points. How many a pair gets of each at most, the policy's strengths
 * decide; a match of m members has the sum of its pairs divided by m - 1, so a trio up to one and a
 * half times as much as a pair. The figures in brackets are those of the usual strengths.
 *
 * @param reciprocalHelp how far each helps the other where they want to grow (6,500)
 * @param equality how close their levels are (1,500)
 * @param sharedTime how much time they have in common (1,000)
 * @param language whether both like a common language best (100)
 * @param method whether they like to meet in the same way (150)
 * @param focusSkills whether they practise the program's focus skills (250)
 * @param newTies how far apart their org units are (500)
 */
public record Terms(
        int reciprocalHelp,
        int equality,
        int sharedTime,
        int language,
        int method,
        int focusSkills,
        int newTies) {

    /** The largest score of a pair. */
    public static final int MOST = 10_000;

    /** No points. */
    public static final Terms NONE = new Terms(0, 0, 0, 0, 0, 0, 0);

    /** The score: nothing else counts. */
    public int sum() {
        return reciprocalHelp + equality + sharedTime + language + method + focusSkills + newTies;
    }

    /** Both together. */
    public Terms plus(Terms other) {
        int[] mine = toArray();
        int[] theirs = other.toArray();
        return of(IntStream.range(0, mine.length).map(i -> mine[i] + theirs[i]).toArray());
    }

    /**
     * A part of each term, such that the parts add up to that part of the sum, rounded down: what
     * one term loses in rounding comes to the next ones.
     */
    public Terms dividedBy(int divisor) {
        int[] all = toArray();
        int[] parts = new int[all.length];
        int sum = 0;
        int given = 0;
        for (int i = 0; i < all.length; i++) {
            sum += all[i];
            parts[i] = sum / divisor - given;
            given += parts[i];
        }
        return of(parts);
    }

    /** Whether each term has at least as many points as another's. */
    public boolean reaches(Terms least) {
        int[] mine = toArray();
        int[] theirs = least.toArray();
        return IntStream.range(0, mine.length).allMatch(i -> mine[i] >= theirs[i]);
    }

    /** The terms in the order in which they are named. */
    int[] toArray() {
        return new int[] {
            reciprocalHelp, equality, sharedTime, language, method, focusSkills, newTies
        };
    }

    static Terms of(int[] terms) {
        return new Terms(terms[0], terms[1], terms[2], terms[3], terms[4], terms[5], terms[6]);
    }
}
