package org.peercoaching.matching.engine.verify;

import java.util.Arrays;
import org.peercoaching.matching.engine.score.Cohort;

/**
 * The parts of a cohort: everybody of a part can be reached from everybody else over pairs that may
 * be matched and weigh something. Found by a search that strikes off whomever it reaches, so that
 * of all pairs those between two people reached before are not looked at.
 */
final class Parts {

    private final Cohort cohort;
    private final Slots slots;
    private final Sieve.Row sieved;
    private final int[] parts;

    /** Slots that are not reached. */
    private final long[] left;

    private int count;

    Parts(Case task) {
        cohort = task.cohort();
        slots = new Slots(cohort, task.free(), new long[task.free().length]);
        sieved = new Sieve(cohort, slots).new Row();
        parts = new int[cohort.size()];
        int size = slots.size();
        left = new long[Bits.words(size)];
        Arrays.fill(left, -1);
        int[] reached = new int[size];
        for (int slot = 0; slot < size; slot = Sieve.next(left, slot + 1, size)) {
            strike(slot);
            reached[0] = slot;
            follow(reached);
            count++;
        }
    }

    private void strike(int slot) {
        left[slot / Long.SIZE] &= ~(1L << slot);
    }

    private void follow(int[] reached) {
        for (int next = 0, end = 1; next < end; next++) {
            int slot = reached[next];
            parts[slots.person(slot)] = count;
            int from = slot;
            int to = slot;
            for (int group = 0; group < slots.groups(); group++) {
                int start = slots.start(group);
                int distance = Math.abs(slots.level(start) - slots.level(slot));
                if (distance <= cohort.policy().levelDistance()) {
                    from = Math.min(from, start);
                    to = Math.max(to, slots.start(group + 1));
                }
            }
            end = reach(slot, from, to, reached, end);
        }
    }

    private int reach(int slot, int from, int to, int[] reached, int end) {
        int reachedNow = end;
        sieved.lookWhoTalks(slot, left, from, to);
        long[] talkers = sieved.talkers();
        for (int other = Sieve.next(talkers, from, to);
                other < to;
                other = Sieve.next(talkers, other + 1, to)) {
            if (cohort.weight(slots.person(slot), slots.person(other)) > 0) {
                reached[reachedNow++] = other;
                strike(other);
            }
        }
        return reachedNow;
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** The part of somebody whom no locked match holds, by index in the cohort. */
    int of(int person) {
        return parts[person];
    }
}
