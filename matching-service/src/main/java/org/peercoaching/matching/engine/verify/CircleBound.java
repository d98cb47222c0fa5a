package org.peercoaching.matching.engine.verify;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.peercoaching.matching.engine.Certificate;
import org.peercoaching.matching.engine.Sizes;
import org.peercoaching.matching.engine.score.Cohort;

/**
 * What a certificate proves of circles. A circle of m members weighs its pairs divided by m - 1:
 * that is half of the mean of the m - 1 pairs with a member, summed over the members. No mean of so
 * many pairs with somebody is above that of their heaviest ones, and the fewer, the larger it is.
 * So nobody adds more than half of the mean of the heaviest pairs with them, as many as the
 * smallest circle has.
 */
final class CircleBound {

    private final Case task;
    private final Cohort cohort;
    private final Sizes sizes;
    private final Faults faults;
    private final Slots slots;
    private final Sieve sieve;
    private final Ceilings ceilings;

    CircleBound(Case task, Sizes sizes, Faults faults) {
        this.task = task;
        this.cohort = task.cohort();
        this.sizes = sizes;
        this.faults = faults;
        int[] free = task.free();
        long[] bonus = IntStream.of(free).mapToLong(index -> -cohort.bonus(index)).toArray();
        this.slots = new Slots(cohort, free, bonus);
        this.sieve = new Sieve(cohort, slots);
        this.ceilings = new Ceilings(cohort);
    }

    /** The least bound that a certificate proves, 0 where something is wrong already. */
    long proven(Certificate certificate, int threads) {
        long[] values = certificate.values();
        Values.check(task, values, faults);
        if (!certificate.oddSets().isEmpty()) {
            faults.add(Fault.Kind.ODD_SET, List.of());
        }
        if (!faults.none()) {
            return 0;
        }
        long[] needed = new long[values.length];
        for (Worker worker : Rows.share(values.length, threads, Worker::new)) {
            for (int position = 0; position < needed.length; position++) {
                needed[position] = Math.max(needed[position], worker.needed[position]);
            }
        }
        for (int position = 0; position < needed.length; position++) {
            if (values[position] < needed[position]) {
                faults.add(
                        Fault.Kind.LOW_VALUE,
                        task.ids(position),
                        values[position],
                        needed[position]);
            }
        }
        return LongStream.of(values).sum();
    }

    /** What one thread finds. */
    private final class Worker implements Rows.Worker {

        private final long[] needed = new long[task.free().length];
        private final Sieve.Row sieved = sieve.new Row();
        private final Ceilings.Row row = ceilings.new Row();

        /** Weights of pairs with the person of the row, the heaviest ones, lightest first. */
        private final long[] heaviest = new long[sizes.min() - 1];

        private int found;

        @Override
        public void row(int slot) {
            row.moveTo(slots.person(slot));
            Arrays.fill(heaviest, 0);
            found = 0;
            // Those first who can weigh much: then most of the others need no look.
            for (boolean mutual : new boolean[] {true, false}) {
                for (int group = 0; group < slots.groups(); group++) {
                    int from = slots.start(group);
                    int distance = Math.abs(slots.level(from) - slots.level(slot));
                    if (distance <= cohort.policy().levelDistance()) {
                        look(slot, from, slots.start(group + 1), distance, mutual);
                    }
                }
            }
            long divisor = 2L * heaviest.length;
            needed[slots.position(slot)] =
                    found < heaviest.length
                            ? 0
                            : (LongStream.of(heaviest).sum() + divisor - 1) / divisor;
        }

        /** Within a group, those who waited longest come first. */
        private void look(int slot, int from, int to, int distance, boolean mutual) {
            int ceiling = mutual ? ceilings.mutual(distance) : ceilings.oneSided(distance);
            if (!isHeavy(slot, from, ceiling)) {
                return;
            }
            sieved.look(slot, from, to);
            long[] others = mutual ? sieved.mutual() : sieved.talkers();
            for (int other = Sieve.next(others, from, to);
                    other < to && isHeavy(slot, other, ceiling);
                    other = Sieve.next(others, other + 1, to)) {
                if (other != slot
                        && (mutual || !Sieve.holds(sieved.mutual(), other))
                        && isHeavy(slot, other, row.with(slots.person(other), distance))
                        && cohort.mayMeet(slots.person(slot), slots.person(other))) {
                    enter(Circles.weight(cohort, slots.person(slot), slots.person(other)));
                }
            }
        }

        private boolean isHeavy(int slot, int other, int score) {
            long weight =
                    2L * (cohort.policy().priority().bonus() + score)
                            - slots.figure(slot)
                            - slots.figure(other);
            return found < heaviest.length || weight > heaviest[0];
        }

        private void enter(long weight) {
            found++;
            if (weight > heaviest[0] || found <= heaviest.length) {
                int place = 0;
                while (place + 1 < heaviest.length && heaviest[place + 1] < weight) {
                    heaviest[place] = heaviest[++place];
                }
                heaviest[place] = weight;
            }
        }
    }
}
