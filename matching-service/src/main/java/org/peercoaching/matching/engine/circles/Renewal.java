package org.peercoaching.matching.engine.circles;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Sizes;
import org.peercoaching.matching.engine.score.Cohort;

/**
 * Takes a few neighbouring circles apart and puts their members, and people near them who are in
 * none, together in the best way. Each time that somebody who could be placed is left out, leaving
 * them out costs more: so the search does not turn in circles.
 */
final class Renewal {

    private static final int MOST_CHOICES = 4_096;
    private static final long MOST_STEPS = 20_000;
    private static final int MOST_CHOICES_OF_ALL = 100_000;
    private static final long MOST_STEPS_OF_ALL = 10_000_000;

    /** What leaving somebody out costs at first; each time it happens adds one. */
    private static final int PENALTY = 16;

    private static final int MOST_PENALTY = 1 << 16;

    private final Neighbours neighbours;
    private final Sizes sizes;
    private final boolean peopleFirst;
    private final RandomGenerator random;
    private final Growth growth;
    private final Judge judge;
    private final Pool pool;
    private final Choices choices;
    private final Packing packing;
    private final Scores scores;
    private final BooleanSupplier goOn;
    private final int[] penalties;
    private final int[] local = new int[Pool.MOST];
    private final int[] circles = new int[Pool.MOST];
    private final long[] sets = new long[Pool.MOST];
    private int circleCount;
    private long steps;

    Renewal(
            Cohort cohort,
            Neighbours neighbours,
            Sizes sizes,
            Growth growth,
            Scores scores,
            RandomGenerator random,
            BooleanSupplier goOn) {
        this.neighbours = neighbours;
        this.sizes = sizes;
        this.scores = scores;
        this.random = random;
        this.growth = growth;
        this.goOn = goOn;
        peopleFirst = cohort.policy().priority() != Policy.Priority.SCORE_FIRST;
        judge = new Judge(cohort);
        pool = new Pool(scores);
        choices = new Choices(cohort, pool, sizes, judge);
        packing = new Packing(choices);
        penalties = new int[cohort.size()];
        forget();
    }

    /** Everybody counts the same again. */
    void forget() {
        Arrays.fill(penalties, peopleFirst ? PENALTY : 0);
    }

    /** The steps taken so far. */
    long steps() {
        return steps;
    }

    /** Tries to place somebody who is in no circle, at the cost of others if need be. */
    void place(int person, Arrangement arrangement) {
        begin();
        pool.add(person);
        growth.growAnyhow(
                person,
                sizes.min() + random.nextInt(sizes.max() - sizes.min() + 1),
                arrangement,
                random);
        for (int i = 1; i < growth.count(); i++) {
            take(growth.member(i), arrangement);
        }
        takeWaiting(person, arrangement, 8);
        widen(circleCount + random.nextInt(3), arrangement);
        solve(arrangement, MOST_CHOICES, MOST_STEPS);
        if (peopleFirst) {
            for (int place = 0; place < pool.size(); place++) {
                int each = pool.person(place);
                if (arrangement.isWaiting(each)) {
                    penalties[each] = Math.min(penalties[each] + 1, MOST_PENALTY);
                }
            }
        }
    }

    /** Tries to find better circles for somebody and people near them. */
    boolean improve(int person, Arrangement arrangement, int most) {
        begin();
        take(person, arrangement);
        widen(most, arrangement);
        takeWaiting(person, arrangement, 4);
        return solve(arrangement, MOST_CHOICES, MOST_STEPS);
    }

    /**
     * Puts everybody together anew, where they are few.
     *
     * @return whether there is nothing better
     */
    boolean improveAll(int[] people, Arrangement arrangement) {
        begin();
        for (int person : people) {
            take(person, arrangement);
        }
        solve(arrangement, MOST_CHOICES_OF_ALL, MOST_STEPS_OF_ALL);
        return choices.complete() && packing.proven();
    }

    /** Makes a circle of those who have grown together, if their scores allow it. */
    void addGrown(Arrangement arrangement) {
        begin();
        for (int i = 0; i < growth.count(); i++) {
            take(growth.member(i), arrangement);
        }
        int[] members = pool.people(-1L >>> Pool.MOST - pool.size());
        int sum = pool.scores(-1L >>> Pool.MOST - pool.size());
        if (judge.suffice(members, members.length, sum)) {
            arrangement.add(members, judge.weight(members, members.length, sum));
        }
    }

    private void begin() {
        pool.clear();
        circleCount = 0;
    }

    /** Takes a person into the pool with their whole circle. */
    private void take(int person, Arrangement arrangement) {
        if (pool.contains(person)) {
            return;
        }
        int circle = arrangement.circleOf(person);
        if (circle == Arrangement.NONE) {
            if (arrangement.isWaiting(person) && pool.hasRoomFor(1)) {
                pool.add(person);
            }
            return;
        }
        int[] members = arrangement.members(circle);
        if (pool.hasRoomFor(members.length)) {
            int before = pool.size();
            for (int member : members) {
                pool.add(member);
            }
            sets[circleCount] = (1L << before + members.length - 1 << 1) - (1L << before);
            circles[circleCount++] = circle;
        }
    }

    private void takeWaiting(int person, Arrangement arrangement, int most) {
        int count = arrangement.waiting();
        int tests = Math.min(count, 8 * most);
        int at = count == 0 ? 0 : random.nextInt(count);
        for (int i = 0, taken = 0; i < tests && taken < most && pool.hasRoomFor(1); i++) {
            int other = arrangement.waiting((at + i) % count);
            if (!pool.contains(other) && scores.of(person, other) != Scores.NEVER) {
                pool.add(other);
                taken++;
            }
        }
        steps += tests;
    }

    private void widen(int most, Arrangement arrangement) {
        for (int i = 0; i < 2 * most && circleCount < most; i++) {
            int[] near = neighbours.of(pool.person(random.nextInt(pool.size())));
            if (near.length > 0) {
                int rank = Math.min(random.nextInt(near.length), random.nextInt(near.length));
                take(near[rank], arrangement);
            }
        }
    }

    private boolean mayGoOn(long more) {
        steps += more;
        return goOn.getAsBoolean();
    }

    private boolean solve(Arrangement arrangement, int mostChoices, long mostSteps) {
        choices.clear();
        long known = 0;
        for (int place = 0; place < pool.size(); place++) {
            local[place] = penalties[pool.person(place)];
        }
        for (int i = 0; i < circleCount; i++) {
            choices.add(sets[i], arrangement.weight(circles[i]));
            known += packing.value(i, local);
        }
        steps += choices.find(mostChoices) + pool.size();
        // Not in one line: what is told on the way is in the steps by then.
        long rest = packing.solve(pool.size(), local, known, mostSteps, this::mayGoOn);
        steps += rest;
        if (packing.count() < 0) {
            return false;
        }
        for (int i = 0; i < circleCount; i++) {
            arrangement.remove(circles[i]);
        }
        for (int i = 0; i < packing.count(); i++) {
            int choice = packing.chosen(i);
            arrangement.add(pool.people(choices.set(choice)), choices.weight(choice));
        }
        return true;
    }
}
