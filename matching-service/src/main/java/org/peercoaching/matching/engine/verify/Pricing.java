package org.peercoaching.matching.engine.verify;

import java.util.stream.IntStream;
import org.peercoaching.matching.engine.score.Cohort;

/**
 * Looks at every pair that may be matched: the shortfall of a person is what the certificate's
 * values lack to cover the weight of any pair with them. Most pairs are passed over because values
 * cover more than the pair can weigh; whole rows of them, because people are sorted by value.
 */
final class Pricing {

    private final Cohort cohort;
    private final long[] values;
    private final OddSets sets;
    private final Slots slots;
    private final Sieve sieve;
    private final Ceilings ceilings;

    Pricing(Case task, long[] values, OddSets sets) {
        this.cohort = task.cohort();
        this.values = values;
        this.sets = sets;
        int[] free = task.free();
        // What a person must get from the bonus of all pairs and the score, after their own bonus.
        long[] asked =
                IntStream.range(0, free.length)
                        .mapToLong(i -> values[i] - cohort.bonus(free[i]))
                        .toArray();
        this.slots = new Slots(cohort, free, asked);
        this.sieve = new Sieve(cohort, slots);
        this.ceilings = new Ceilings(cohort);
    }

    /** The shortfalls by position, in half points: the same for any number of threads. */
    long[] shortfalls(int threads) {
        long[] most = new long[values.length];
        for (Worker worker : Rows.share(slots.size(), threads, Worker::new)) {
            for (int i = 0; i < most.length; i++) {
                most[i] = Math.max(most[i], worker.shortfalls[i]);
            }
        }
        return most;
    }

    /** What one thread finds. */
    private final class Worker implements Rows.Worker {

        private final long[] shortfalls = new long[values.length];
        private final Sieve.Row sieved = sieve.new Row();
        private final Ceilings.Row row = ceilings.new Row();

        /** Each pair is looked at once: in the row of its first slot. */
        @Override
        public void row(int slot) {
            row.moveTo(slots.person(slot));
            for (int group = slots.group(slot); group < slots.groups(); group++) {
                int from = Math.max(slots.start(group), slot + 1);
                int to = slots.start(group + 1);
                int distance = slots.level(to - 1) - slots.level(slot);
                if (distance > cohort.policy().levelDistance()) {
                    return;
                }
                int some = slots.cut(from, to, bound(slot, ceilings.oneSided(distance)));
                int none = slots.cut(some, to, bound(slot, ceilings.mutual(distance)));
                sieved.look(slot, from, none);
                price(slot, sieved.talkers(), from, some, distance);
                price(slot, sieved.mutual(), some, none, distance);
            }
        }

        /** Whoever asks for so much is content with a pair of such a score. */
        private long bound(int slot, int score) {
            return 2L * (cohort.policy().priority().bonus() + score) - slots.figure(slot);
        }

        private void price(int slot, long[] others, int from, int to, int distance) {
            for (int other = Sieve.next(others, from, to);
                    other < to;
                    other = Sieve.next(others, other + 1, to)) {
                int ceiling = row.with(slots.person(other), distance);
                if (slots.figure(other) < bound(slot, ceiling)) {
                    price(slot, other);
                }
            }
        }

        private void price(int slot, int other) {
            int weight = cohort.weight(slots.person(slot), slots.person(other));
            int one = slots.position(slot);
            int two = slots.position(other);
            long shortfall = weight - values[one] - values[two] - sets.around(one, two);
            shortfalls[one] = Math.max(shortfalls[one], shortfall);
            shortfalls[two] = Math.max(shortfalls[two], shortfall);
        }
    }
}
