package org.peercoaching.matching.engine.circles;

import java.util.random.RandomGenerator;
import org.peercoaching.matching.engine.Sizes;
import org.peercoaching.matching.engine.score.Cohort;

/** Lets a circle grow around one person, member by member, around what all of them share. */
final class Growth {

    private final Neighbours neighbours;
    private final Scores scores;
    private final Shared shared;
    private final int[] members = new int[Sizes.LARGEST];
    private int[] candidates = new int[64];
    private int count;
    private int left;
    private long steps;

    Growth(Cohort cohort, Neighbours neighbours, Scores scores) {
        this.neighbours = neighbours;
        this.scores = scores;
        shared = new Shared(cohort, Sizes.LARGEST);
    }

    /** How many members the latest circle has. */
    int count() {
        return count;
    }

    int member(int index) {
        return members[index];
    }

    /** The steps taken so far. */
    long steps() {
        return steps;
    }

    /**
     * Grows with those who are in no circle yet; those whom the fewest others may meet come first,
     * as they are hardest to place.
     *
     * @param blur how often somebody else may be taken at random instead of the hardest
     * @return whether it reached the size
     */
    boolean growAmongWaiting(
            int person, int size, Arrangement arrangement, RandomGenerator random, int blur) {
        begin(person);
        int[] others = neighbours.of(person);
        for (int other : others) {
            if (arrangement.isWaiting(other)) {
                candidates[left++] = other;
            }
        }
        while (count < size && left >= size - count) {
            int pick = hardest();
            for (int i = 0; i < blur; i++) {
                int another = random.nextInt(left);
                if (random.nextBoolean()) {
                    pick = another;
                }
            }
            take(pick);
        }
        return count == size;
    }

    private int hardest() {
        int hardest = 0;
        for (int i = 1; i < left; i++) {
            if (neighbours.count(candidates[i]) < neighbours.count(candidates[hardest])) {
                hardest = i;
            }
        }
        return hardest;
    }

    /**
     * Grows with anybody, at random; more often with those who are in no circle, or in one that
     * another member is in, so that few circles are touched.
     */
    boolean growAnyhow(int person, int size, Arrangement arrangement, RandomGenerator random) {
        begin(person);
        int[] others = neighbours.of(person);
        System.arraycopy(others, 0, candidates, 0, others.length);
        left = others.length;
        while (count < size && left >= size - count) {
            int pick = random.nextInt(left);
            for (int i = 0; i < 3 && !isEasy(candidates[pick], arrangement); i++) {
                pick = random.nextInt(left);
            }
            take(pick);
        }
        return count == size;
    }

    private boolean isEasy(int person, Arrangement arrangement) {
        int circle = arrangement.circleOf(person);
        if (circle == Arrangement.NONE) {
            return true;
        }
        for (int i = 1; i < count; i++) {
            if (arrangement.circleOf(members[i]) == circle) {
                return true;
            }
        }
        return false;
    }

    private void begin(int person) {
        int most = neighbours.of(person).length;
        if (candidates.length < most) {
            candidates = new int[most];
        }
        steps += most + 1;
        left = 0;
        shared.keep(0);
        shared.add(person);
        members[0] = person;
        count = 1;
    }

    /** Takes a candidate in if possible, and drops all candidates who do not go with them. */
    private void take(int pick) {
        int person = candidates[pick];
        candidates[pick] = candidates[--left];
        steps++;
        if (!shared.add(person)) {
            return;
        }
        members[count++] = person;
        int kept = 0;
        for (int i = 0; i < left; i++) {
            if (scores.of(person, candidates[i]) != Scores.NEVER) {
                candidates[kept++] = candidates[i];
            }
        }
        steps += left;
        left = kept;
    }
}
