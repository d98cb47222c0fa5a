package org.peercoaching.matching.engine.search;

import java.util.Arrays;
import org.peercoaching.matching.engine.Candidate.Meeting;
import org.peercoaching.matching.engine.score.Profiles;

/** What an index is asked for on behalf of somebody whose partners are looked for. */
final class Row {

    final int person;
    final int level;
    final int unit;
    final Meeting meeting;
    final int[] strengths;
    final int[] wants;
    final int[] languages;
    final int[] path;

    /** Where the week has time: words, and what they hold. */
    final int[] words;

    final long[] time;

    /** Features of others who help in growth area 0 to 3: 2 * area in part, 2 * area + 1 wholly. */
    final int[] giving;

    /**
     * Features of others who are helped at place 0 to 2, in the same order, one for each strength.
     */
    final int[][] receiving;

    /** In how many directions, 0 to 2, somebody may be helped in a focus skill. */
    final int focusSides;

    final int[] speaking;
    final int[] free;

    final Exchange exchange;

    Row(Profiles profiles, Features features, int person) {
        this.person = person;
        level = profiles.level(person);
        unit = profiles.unit(person);
        meeting = profiles.meeting(person);
        strengths = profiles.strengths(person);
        wants = profiles.wants(person).clone();
        Index.byImportance(wants);
        languages = profiles.languages(person);
        path = profiles.path(unit);
        int[] nonzero = new int[Profiles.WEEK_WORDS];
        long[] held = new long[Profiles.WEEK_WORDS];
        int count = 0;
        for (int word = 0; word < Profiles.WEEK_WORDS; word++) {
            held[count] = profiles.time(person, word);
            nonzero[count] = word;
            count += held[count] == 0 ? 0 : 1;
        }
        words = Arrays.copyOf(nonzero, count);
        time = Arrays.copyOf(held, count);
        giving = giving(features);
        receiving = new int[2 * Features.PLACES][];
        for (int place = 0; place < Features.PLACES; place++) {
            receiving[2 * place] = receiving(features, place, 1);
            receiving[2 * place + 1] = receiving(features, place, 2);
        }
        focusSides = focus(profiles, strengths) + focus(profiles, wants);
        speaking = new int[languages.length];
        for (int i = 0; i < languages.length; i++) {
            speaking[i] = features.language(languages[i]) * Layout.WORDS;
        }
        free = free(features);
        exchange = new Exchange(profiles, strengths, wants);
    }

    private static int focus(Profiles profiles, int[] strengthsOrWants) {
        return Arrays.stream(strengthsOrWants).map(Profiles::skillOf).anyMatch(profiles::isFocus)
                ? 1
                : 0;
    }

    private int[] giving(Features features) {
        int[] giving = new int[8];
        for (int i = 0; i < Math.min(wants.length, 4); i++) {
            int skill = Profiles.skillOf(wants[i]);
            int from = Profiles.levelOf(wants[i]);
            giving[2 * i] = features.strength(skill, from + 1) * Layout.WORDS;
            giving[2 * i + 1] = features.strength(skill, from + 2) * Layout.WORDS;
        }
        return giving;
    }

    private int[] receiving(Features features, int place, int ahead) {
        int[] receiving = new int[strengths.length + 1];
        int next = 0;
        for (int strength : strengths) {
            int level = Profiles.levelOf(strength) - ahead;
            int feature = features.want(place, Profiles.skillOf(strength), level);
            if (feature != Features.NONE) {
                receiving[next++] = feature * Layout.WORDS;
            }
        }
        receiving[next++] = features.missing(place) * Layout.WORDS;
        return Arrays.copyOf(receiving, next);
    }

    private int[] free(Features features) {
        int quarters = 0;
        for (long word : time) {
            quarters += Long.bitCount(word);
        }
        int[] free = new int[quarters];
        int next = 0;
        for (int i = 0; i < words.length; i++) {
            for (long left = time[i]; left != 0; left &= left - 1) {
                int quarter = words[i] * Long.SIZE + Long.numberOfTrailingZeros(left);
                free[next++] = features.quarter(quarter) * Layout.WORDS;
            }
        }
        return free;
    }

    /** How many quarter hours of the week, of those at a place of others, the person has too. */
    int commonQuarters(long[] others, int place) {
        int quarters = 0;
        int at = place * Profiles.WEEK_WORDS;
        for (int i = 0; i < words.length; i++) {
            quarters += Long.bitCount(time[i] & others[at + words[i]]);
        }
        return quarters;
    }
}
