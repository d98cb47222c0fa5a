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
    private final Outlines outlines;
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
        this.outlines = new Outlines(cohort, free, asked);
        this.ceilings = new Ceilings(cohort);
    }

    /** The shortfalls by position, in half points: the same for any number of threads. */
    long[] shortfalls(int threads) {
        long[] most = new long[values.length];
        for (Worker worker : Rows.share(outlines.size(), threads, Worker::new)) {
            for (int i = 0; i < most.length; i++) {
                most[i] = Math.max(most[i], worker.shortfalls[i]);
            }
        }
        return most;
    }

    /** What one thread finds. */
    private final class Worker implements Rows.Worker {

        private final long[] shortfalls = new long[values.length];
        private final Ceilings.Row row = ceilings.new Row();

        /** Each pair is looked at once: in the row of its first slot. */
        @Override
        public void row(int slot) {
            row.moveTo(outlines.person(slot));
            for (int group = outlines.group(slot); group < outlines.groups(); group++) {
                int from = Math.max(outlines.start(group), slot + 1);
                int to = outlines.start(group + 1);
                int distance = outlines.level(to - 1) - outlines.level(slot);
                if (distance > cohort.policy().levelDistance()) {
                    return;
                }
                int some = outlines.cut(from, to, bound(slot, ceilings.oneSided(distance)));
                for (int other = from; other < some; other++) {
                    look(slot, other, distance);
                }
                int none = outlines.cut(some, to, bound(slot, ceilings.mutual(distance)));
                for (int other = some; other < none; other++) {
                    if (outlines.mayHelpEachOther(slot, other)) {
                        look(slot, other, distance);
                    }
                }
            }
        }

        /** Whoever asks for so much is content with a pair of such a score. */
        private long bound(int slot, int score) {
            return 2L * (cohort.policy().priority().bonus() + score) - outlines.figure(slot);
        }

        private void look(int slot, int other, int distance) {
            if (outlines.mayTalk(slot, other)
                    && outlines.figure(other) < bound(slot, row.with(outlines.person(other), distance))) {
                price(slot, other);
            }
        }

        private void price(int slot, int other) {
            int weight = cohort.weight(outlines.person(slot), outlines.person(other));
            int one = outlines.position(slot);
            int two = outlines.position(other);
            long shortfall = weight - values[one] - values[two] - sets.around(one, two);
            shortfalls[one] = Math.max(shortfalls[one], shortfall);
            shortfalls[two] = Math.max(shortfalls[two], shortfall);
        }
    }
}
