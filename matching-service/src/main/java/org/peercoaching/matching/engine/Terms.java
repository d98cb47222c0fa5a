package org.peercoaching.matching.engine;

/**
 * What a score is made of, in points. The ranges are those of a pair; a trio has half the sum of
 * its three pairs, so up to one and a half times as much.
 *
 * @param reciprocalHelp how far each helps the other where they want to grow, 0 to 6,500
 * @param equality how close their levels are, 0 to 1,500
 * @param sharedTime how much time they have in common, 0 to 1,000
 * @param preferences whether they practise the program's focus skills, 0 to 500
 * @param newTies how far apart their org units are, 0 to 500
 */
public record Terms(
        int reciprocalHelp, int equality, int sharedTime, int preferences, int newTies) {

    /** The score: nothing else counts. */
    public int sum() {
        return reciprocalHelp + equality + sharedTime + preferences + newTies;
    }

    Terms plus(Terms other) {
        return new Terms(
                reciprocalHelp + other.reciprocalHelp,
                equality + other.equality,
                sharedTime + other.sharedTime,
                preferences + other.preferences,
                newTies + other.newTies);
    }

    /**
     * Half of each term, such that they add up to half of the sum, rounded down: every second odd
     * term gets the half point that the one before it lost.
     */
    Terms half() {
        int help = reciprocalHelp / 2;
        int toEquality = (reciprocalHelp + equality) / 2;
        int toTime = (reciprocalHelp + equality + sharedTime) / 2;
        int toPreferences = (reciprocalHelp + equality + sharedTime + preferences) / 2;
        return new Terms(
                help,
                toEquality - help,
                toTime - toEquality,
                toPreferences - toTime,
                sum() / 2 - toPreferences);
    }
}
