package org.peercoaching.matching.engine.search;

import java.util.Arrays;
import java.util.List;

/**
 * Finds, in a range of an index, who may share a language with somebody and may give and receive
 * enough help, by bits: all who do are found, and a few others.
 */
final class Sieve {

    /** So few are not worth further sieving. */
    private static final int FEW = 32;

    private final Index index;
    private final int[] refs = new int[Pattern.MOST_STATES];
    private final long[] found = new long[Layout.WORDS];
    private final long[] step = new long[Layout.WORDS];
    private final long[] all = new long[Layout.WORDS];
    private final long[] match = new long[Layout.WORDS];
    private final long[] states = new long[2 * Features.PLACES * Layout.WORDS];

    Sieve(Index index) {
        this.index = index;
    }

    /** Finds them; the words are valid until the next ones are looked for. */
    long[] find(Row row, int range, Stairs stairs) {
        List<Pattern> given = stairs.given();
        List<Pattern> received = stairs.received();
        if (given.isEmpty()) {
            Arrays.fill(found, 0);
            return found;
        }
        int base = index.base(range);
        given(row, base, given.getFirst(), found);
        speaking(row, base);
        if (Words.count(found) <= FEW) {
            return found;
        }
        receiving(row, base, stairs.asked());
        received(received.getLast(), found);
        if (given.size() > 1 && Words.count(found) > FEW) {
            climb(row, base, given, received);
        }
        return found;
    }

    /** Keeps those who stand on one of the steps. */
    private void climb(Row row, int base, List<Pattern> given, List<Pattern> received) {
        System.arraycopy(found, 0, all, 0, Layout.WORDS);
        received(received.getFirst(), found);
        int last = given.size() - 1;
        for (int i = 1; i <= last; i++) {
            given(row, base, given.get(i), step);
            // Who gives enough for a step does for all before it.
            Words.and(all, step);
            System.arraycopy(all, 0, step, 0, Layout.WORDS);
            if (i < last) {
                received(received.get(i), step);
            }
            Words.or(found, step);
        }
    }

    private void given(Row row, int base, Pattern pattern, long[] to) {
        int[] asked = pattern.states();
        for (int i = 0; i < asked.length; i++) {
            refs[i] = row.giving[asked[i]];
        }
        pattern.match(index.bits, base, refs, to);
    }

    private void speaking(Row row, int base) {
        Words.any(index.bits, base, row.speaking, match, 0);
        Words.and(found, match);
    }

    /** Finds out who receives what. */
    private void receiving(Row row, int base, int asked) {
        for (int rest = asked; rest != 0; rest &= rest - 1) {
            int state = Integer.numberOfTrailingZeros(rest);
            Words.any(index.bits, base, row.receiving[state], states, state * Layout.WORDS);
        }
    }

    private void received(Pattern pattern, long[] those) {
        if (!pattern.all()) {
            pattern.match(states, 0, pattern.words(), match);
            Words.and(those, match);
        }
    }
}
