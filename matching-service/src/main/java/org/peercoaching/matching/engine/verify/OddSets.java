package org.peercoaching.matching.engine.verify;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.Certificate.OddSet;

/**
 * The odd sets of a certificate as a forest: the smallest set around a person or a set is its
 * parent.
 */
final class OddSets {

    private static final int NONE = -1;

    private final int[] sizes;
    private final int[] parents;
    private final long[] sums;
    private final int[] innermost;
    private final long pairs;

    private OddSets(List<OddSet> sets, int[] order, int people, Faults faults) {
        sizes = new int[sets.size()];
        parents = new int[sets.size()];
        sums = new long[sets.size()];
        innermost = new int[people];
        Arrays.fill(innermost, NONE);
        long all = 0;
        for (int i : order) {
            int[] members = sets.get(i).members();
            long value = sets.get(i).value();
            int parent = innermost[members[0]];
            boolean nested = IntStream.of(members).allMatch(one -> innermost[one] == parent);
            if (!nested || parent != NONE && sizes[parent] == members.length) {
                faults.add(Fault.Kind.CROSSING, List.of(), i, 0);
            }
            IntStream.of(members).forEach(one -> innermost[one] = i);
            sizes[i] = members.length;
            parents[i] = parent;
            sums[i] = value + (parent == NONE ? 0 : sums[parent]);
            all += value * ((members.length - 1) / 2);
        }
        pairs = all;
    }

    /** The sets, largest first placed; finds those that are none, or cross. */
    static OddSets of(List<OddSet> sets, int people, Faults faults) {
        boolean sound = true;
        for (int i = 0; i < sets.size(); i++) {
            if (!isOddSet(sets.get(i).members(), people)) {
                faults.add(Fault.Kind.ODD_SET, List.of(), i, 0);
                sound = false;
            }
            if (!Values.inRange(sets.get(i).value())) {
                faults.add(Fault.Kind.VALUE, List.of(), sets.get(i).value(), 0);
            }
        }
        int[] order =
                IntStream.range(0, sound ? sets.size() : 0)
                        .boxed()
                        .sorted(Comparator.comparing(i -> -sets.get(i).members().length))
                        .mapToInt(i -> i)
                        .toArray();
        return new OddSets(sets, order, people, faults);
    }

    private static boolean isOddSet(int[] members, int people) {
        boolean ascending =
                IntStream.range(1, members.length).allMatch(i -> members[i - 1] < members[i]);
        return ascending
                && members.length >= 3
                && members.length % 2 == 1
                && members[0] >= 0
                && members[members.length - 1] < people;
    }

    /** What matchings of pairs take of all sets at most: half points. */
    long pairs() {
        return pairs;
    }

    /** The sum of the values of the sets that hold somebody: a chain, each nested in the next. */
    long around(int position) {
        return innermost[position] == NONE ? 0 : sums[innermost[position]];
    }

    /** The sum of the values of the sets that hold both. */
    long around(int one, int other) {
        int mine = innermost[one];
        int theirs = innermost[other];
        while (mine != theirs && mine != NONE && theirs != NONE) {
            if (sizes[mine] < sizes[theirs]) {
                mine = parents[mine];
            } else {
                theirs = parents[theirs];
            }
        }
        return mine == theirs && mine != NONE ? sums[mine] : 0;
    }

    /** Whether no set counts. */
    boolean isEmpty() {
        return Arrays.stream(sums).allMatch(sum -> sum == 0);
    }
}
