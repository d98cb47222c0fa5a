package org.peercoaching.matching.engine.verify;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.peercoaching.matching.engine.Certificate;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.Matching;

/**
 * What a certificate proves of all matchings of pairs with at most one trio in each {@linkplain
 * Parts part} of the cohort: of those parts only in which the matching at hand has a trio, or
 * leaves somebody out. Where its pairs leave nobody over, the proof is about pairs.
 *
 * <p>Let y be the values, z those of the odd sets, and v the shortfalls. No pair weighs more than
 * the y of its two members, the z of the sets that hold both, and half of the two v, of which each
 * is at least what the pair lacks. A trio weighs half of its three pairs: at most the y of its
 * members, half of their v, and half of the z for each of its pairs that a set holds.
 *
 * <p>Summed over a matching, y and half of v count once for each person, at most. A set of s people
 * counts once for each pair inside, three halves for each trio inside, and a half for each trio of
 * which it holds two: a half, a half and a quarter for each of its people in them. That makes s / 2
 * at most. If no trio is inside, it is (s - 1) / 2 at most, because groups of which a set holds two
 * leave one of an odd number. So trios add half of the z of the sets in which one lies. The sets in
 * which a trio lies are nested and hold each of its members, so that is half of the largest sum of
 * z around any one person of the trio's part, at most.
 *
 * <p>Weights are whole half points, so the sum may be rounded down.
 */
final class Bound {

    /** Of more people, nobody tries the trios one by one: the values alone show the bound. */
    static final int MOST_TRIED = 3_000;

    private final Case task;
    private final int threads;
    private final Faults faults;

    Bound(Case task, int threads, Faults faults) {
        this.task = task;
        this.threads = threads;
        this.faults = faults;
    }

    /**
     * What a certificate proves.
     *
     * @param bound no matching weighs more
     * @param least no matching without a trio weighs more; whoever tried all trios may have found a
     *     bound between the two, but none below
     */
    record Proven(long bound, long least) {

        private static final Proven NOTHING = new Proven(0, 0);
    }

    /**
     * What a certificate proves; nothing where something is wrong already.
     *
     * @param trios of the matching that are not locked
     * @param paired indices of the people in its pairs: in a part in which pairs leave nobody over,
     *     no trio is made
     */
    Proven proven(Matching matching, List<Group> trios, BitSet paired) {
        Certificate certificate = matching.certificate();
        long[] values = certificate.values();
        Values.check(task, values, faults);
        OddSets sets = OddSets.of(certificate.oddSets(), task.free().length, faults);
        if (faults.none()) {
            new NextBests(task, faults).check(matching, sets);
        }
        long ofTrios = 0;
        if (faults.none() && (trios.size() > 1 || !sets.isEmpty())) {
            Parts parts = new Parts(task);
            onePerPart(trios, parts);
            ofTrios = largestChains(sets, parts, paired);
        }
        if (!faults.none()) {
            return Proven.NOTHING;
        }
        long shortfalls = LongStream.of(new Pricing(task, values, sets).shortfalls(threads)).sum();
        long covered = LongStream.of(values).sum() + sets.pairs();
        long bound = covered + (shortfalls + ofTrios) / 2;
        boolean tried = task.free().length <= MOST_TRIED;
        return new Proven(bound, tried ? covered + shortfalls / 2 : bound);
    }

    private void onePerPart(List<Group> trios, Parts parts) {
        Set<Integer> taken = new HashSet<>();
        for (Group trio : trios) {
            if (!taken.add(parts.of(task.index(trio.members().getFirst())))) {
                faults.add(Fault.Kind.SECOND_TRIO, trio.members());
            }
        }
    }

    /** The sum over the parts that can have a trio. */
    private long largestChains(OddSets sets, Parts parts, BitSet paired) {
        long[] largest = new long[parts.count()];
        boolean[] withTrio = new boolean[parts.count()];
        for (int position = 0; position < task.free().length; position++) {
            int part = parts.of(task.free()[position]);
            largest[part] = Math.max(largest[part], sets.around(position));
            withTrio[part] |= !paired.get(task.free()[position]);
        }
        return IntStream.range(0, largest.length)
                .filter(part -> withTrio[part])
                .mapToLong(part -> largest[part])
                .sum();
    }
}
