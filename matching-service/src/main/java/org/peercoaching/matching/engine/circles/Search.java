package org.peercoaching.matching.engine.circles;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Progress.Stage;
import org.peercoaching.matching.engine.Sizes;

/**
 * Looks for the best circles: a greedy start; few people are put together in the best way at once;
 * of many, first as many as possible are placed, and then their circles made better.
 */
final class Search {

    /** Work for each person, in each of the two long stages, at most. */
    private static final long WORK_FOR_ONE = 20_000;

    /** Rounds without a person more, before nobody more is looked for. */
    private static final int PATIENCE = 60;

    private static final int STARTED = 40;
    private static final int PLACED = 70;
    private static final int ENDED = 95;

    private final Sizes sizes;
    private final Effort effort;
    private final SplittableRandom random;
    private final Growth growth;
    private final Renewal renewal;
    private final Chains chains;
    private final int[] hopeful;
    private final boolean peopleFirst;
    private final long bound;
    private Arrangement now;
    private Arrangement best;
    private long counted;

    Search(
            Roster roster,
            Neighbours neighbours,
            Sizes sizes,
            long seed,
            long bound,
            Effort effort) {
        this.sizes = sizes;
        this.effort = effort;
        this.bound = bound;
        random = new SplittableRandom(seed);
        Policy policy = roster.cohort().policy();
        peopleFirst = policy.priority() != Policy.Priority.SCORE_FIRST;
        Scores scores = new Scores(roster.cohort());
        Judge judge = new Judge(roster.cohort());
        Trade trade = new Trade(roster.cohort(), scores, judge);
        growth = new Growth(roster.cohort(), neighbours, scores);
        renewal =
                new Renewal(roster.cohort(), neighbours, sizes, growth, scores, random, this::goOn);
        int people = roster.cohort().size();
        chains = new Chains(people, neighbours, scores, sizes, trade, random);
        hopeful =
                Arrays.stream(roster.openBySeed())
                        .filter(person -> neighbours.count(person) >= sizes.min() - 1)
                        .boxed()
                        .sorted(Comparator.comparingInt(neighbours::count))
                        .mapToInt(Integer::intValue)
                        .toArray();
        now = new Arrangement(people, hopeful);
        best = now.copy();
    }

    /** The best arrangement that it finds before the effort ends. */
    Arrangement run() {
        start();
        report(STARTED);
        if (!isProven()) {
            if (peopleFirst) {
                placeMore();
            }
            report(PLACED);
            improve();
        }
        report(ENDED);
        return best;
    }

    /** Those who are hardest to place choose first. */
    private void start() {
        for (int i = 0; i < hopeful.length && effort.goOn(); i++) {
            int person = hopeful[i];
            for (int blur = 0; blur < 3 && now.isWaiting(person); blur++) {
                if (growth.growAmongWaiting(person, sizes.min(), now, random, blur)) {
                    renewal.addGrown(now);
                }
            }
            count();
        }
        keepBest();
    }

    private boolean isProven() {
        if (hopeful.length == 0) {
            return true;
        }
        if (hopeful.length > Pool.MOST || !effort.goOn()) {
            return false;
        }
        boolean proven = renewal.improveAll(hopeful, now);
        count();
        keepBest();
        return proven;
    }

    private void placeMore() {
        long end = effort.work() + WORK_FOR_ONE * hopeful.length;
        for (int failed = 0; failed < PATIENCE && mayPlaceMore(end); failed++) {
            int placed = best.placed();
            int moves = Math.max(400, 20 * now.waiting());
            for (int i = 0; i < moves && mayPlaceMore(end); i++) {
                renewal.place(now.waiting(random.nextInt(now.waiting())), now);
                count();
                keepBest();
            }
            while (mayPlaceMore(end) && chains.place(now, effort)) {
                keepBest();
            }
            failed = best.placed() > placed ? 0 : failed;
            report(STARTED);
        }
    }

    private boolean mayPlaceMore(long end) {
        return now.waiting() > 0 && effort.work() < end && effort.goOn();
    }

    private void improve() {
        now = best.copy();
        renewal.forget();
        long end = effort.work() + WORK_FOR_ONE * hopeful.length;
        int moves = hopeful.length == 0 ? 0 : Math.max(4_000, 20 * hopeful.length);
        int wide = hopeful.length <= Pool.MOST ? 6 : 3;
        int step = moves / (ENDED - PLACED) + 1;
        for (int i = 0; i < moves && effort.work() < end && effort.goOn(); i++) {
            renewal.improve(hopeful[random.nextInt(hopeful.length)], now, 2 + random.nextInt(wide));
            count();
            if (i % step == 0) {
                keepBest();
                report(PLACED + i / step);
            }
        }
        keepBest();
    }

    private void keepBest() {
        if (now.isBetterThan(best, peopleFirst)) {
            best = now.copy();
        }
    }

    private boolean goOn() {
        count();
        return effort.goOn();
    }

    private void count() {
        long steps = growth.steps() + renewal.steps();
        effort.spend(steps - counted);
        counted = steps;
    }

    private void report(int percent) {
        effort.reached(Stage.SOLVING, percent, best.weight(), bound);
    }
}
