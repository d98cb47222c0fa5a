package org.peercoaching.matching.engine.circles;

import java.util.Arrays;
import org.peercoaching.matching.engine.WeekTime;
import org.peercoaching.matching.engine.score.Cohort;

/**
 * What the members of a growing circle have in common: time and languages, one layer for each
 * member, so that the last one can be taken out again.
 */
final class Shared {

    private final Cohort cohort;
    private final int languageWords;
    private final int leastQuarters;
    private final long[][] time;
    private final long[][] languages;
    private int members;

    Shared(Cohort cohort, int most) {
        this.cohort = cohort;
        languageWords = cohort.languageWords();
        leastQuarters = (cohort.policy().commonMinutes() + WeekTime.QUARTER - 1) / WeekTime.QUARTER;
        time = new long[most + 1][WeekTime.WORDS];
        languages = new long[most + 1][languageWords];
        Arrays.fill(time[0], -1);
        Arrays.fill(languages[0], -1);
    }

    int members() {
        return members;
    }

    /** Keeps the first members only. */
    void keep(int first) {
        members = first;
    }

    /** Takes somebody in, if all of them then still have enough in common. */
    boolean add(int person) {
        if (!shareLanguage(person) || !shareTime(person)) {
            return false;
        }
        members++;
        return true;
    }

    private boolean shareLanguage(int person) {
        long any = 0;
        for (int word = 0; word < languageWords; word++) {
            long both = languages[members][word] & cohort.languages(person, word);
            languages[members + 1][word] = both;
            any |= both;
        }
        return any != 0;
    }

    private boolean shareTime(int person) {
        int quarters = 0;
        long[] before = time[members];
        long[] after = time[members + 1];
        for (int word = 0; word < WeekTime.WORDS; word++) {
            long both = before[word] == 0 ? 0 : before[word] & cohort.time(person, word);
            after[word] = both;
            quarters += Long.bitCount(both);
        }
        return quarters >= leastQuarters;
    }
}
