package org.peercoaching.matching.engine.circles;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Progress.Stage;
import org.peercoaching.matching.engine.Sizes;
import org.peercoaching.matching.engine.score.Cohort;

/** Looks for the best circles: a greedy start, then renewal, people first. */
final class Search {

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
    private long seen;

    Search(
            Cohort cohort,
            int[] people,
            Neighbours neighbours,
            Sizes sizes,
            long seed,
            long bound,
            Effort effort) {
        this.sizes = sizes;
        this.effort = effort;
        this.bound = bound;
        peopleFirst = cohort.policy().priority() == Policy.Priority.COVERAGE_FIRST;
        random = new SplittableRandom(seed);
        Scores scores = new Scores(cohort);
        growth = new Growth(cohort, neighbours, scores);
        renewal = new Renewal(cohort, neighbours, sizes, growth, scores, random);
        Trade trade = new Trade(cohort, scores, new Judge(cohort));
        chains = new Chains(cohort.size(), neighbours, scores, sizes, trade, random);
        hopeful =
                Arrays.stream(people)
                        .filter(person -> neighbours.worth(person) > 0)
                        .boxed()
                        .sorted(Comparator.comparingInt(neighbours::count))
                        .mapToInt(Integer::intValue)
                        .toArray();
        now = new Arrangement(cohort.size(), hopeful);
        best = now.copy();
    }

    static boolean debug = Boolean.getBoolean("circles.debug");
    long t0 = System.nanoTime();

    void log(String s) {
        if (debug) {
            System.out.printf(
                    "%8.2fs %-10s placed %d of %d, weight %d work %d%n",
                    (System.nanoTime() - t0) / 1e9, s, best.placed(), hopeful.length, best.weight(), effort.work());
        }
    }

    /** The best arrangement that it finds. */
    Arrangement run() {
        start();
        keepBest();
        log("start");
        if (hopeful.length <= Pool.MOST && effort.goOn() && renewal.improveAll(hopeful, now)) {
            count();
            keepBest();
            log("exact");
            return best;
        }
        count();
        placeAll();
        log("coverage");
        improveAll();
        log("weight");
        return best;
    }

    private void start() {
        for (int person : hopeful) {
            if (!effort.goOn()) {
                return;
            }
            if (now.isWaiting(person)) {
                Judge judge = null;
                boolean found = false;
                for (int tries = 0; tries < 3 && !found; tries++) {
                    found = growth.growAmongWaiting(person, sizes.min(), now, random, tries);
                }
                if (found) {
                    renewal.addGrown(now);
                }
                count();
            }
        }
    }

    private void placeAll() {
        renewal.forget();
        long end = effort.work() + (long) Integer.getInteger("cov", 20000) * hopeful.length;
        int round = 0;
        int patience = 0;
        while (now.waiting() > 0 && effort.goOn() && effort.work() < end && patience < Integer.getInteger("pat", 60)) {
            int before = best.placed();
            int moves = Math.max(400, 20 * now.waiting());
            for (int i = 0; i < moves && now.waiting() > 0 && effort.goOn(); i++) {
                renewal.place(now.waiting(random.nextInt(now.waiting())), now);
                count();
                keepBest();
            }
            log(" r" + round + " w" + now.waiting());
            while (chains.place(now, effort)) {
                count();
                keepBest();
            }
            count();
            log("r" + round++ + " w" + now.waiting());
            patience = best.placed() > before ? 0 : patience + 1;
        }
    }

    private void improveAll() {
        now = best.copy();
        renewal.forget();
        long most = 20L * hopeful.length;
        for (long moves = 0; moves < most && effort.goOn(); moves++) {
            renewal.improve(hopeful[random.nextInt(hopeful.length)], now, 2 + random.nextInt(3));
            count();
            if ((moves & moves - 1) == 0 || moves % 10000 == 0) {keepBest(); log("i" + moves );}
        }
        keepBest();
    }

    private void keepBest() {
        if (now.isBetterThan(best, peopleFirst)) {
            best = now.copy();
        }
    }

    private void count() {
        long steps = growth.steps() + renewal.steps() + chains.steps();
        effort.spend(steps - seen);
        seen = steps;
    }
}
