package org.peercoaching.matching.engine.circles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Sizes;
import org.peercoaching.matching.engine.score.Cohort;

/**
 * The best circles of a small crowd: all circles are listed, and tried person by person, those with
 * the fewest first; a branch ends where nobody could be better, or where the same people are left
 * as in a branch that was as good. It shares nothing with the matcher but rules and scores.
 */
final class Oracle {

    /** People placed and weight, in this order. */
    record Best(int placed, long weight) {

        private static final Comparator<Best> ORDER =
                Comparator.comparingInt(Best::placed).thenComparingLong(Best::weight);

        private Best plus(int people, long more) {
            return new Best(placed + people, weight + more);
        }
    }

    private record Circle(long set, int people, long weight) {}

    private final Cohort cohort;
    private final Sizes sizes;
    private final List<int[]> found = new ArrayList<>();
    private final List<List<Circle>> circlesOf = new ArrayList<>();
    private final long[] shares;
    private final Map<Long, Best> seen = new HashMap<>();
    private Best best = new Best(0, 0);

    private Oracle(List<Candidate> people, Policy policy, Sizes sizes) {
        this.cohort = Cohort.of(people, policy, 0);
        this.sizes = sizes;
        this.shares = new long[people.size()];
        list(new int[0]);
        sort();
    }

    static Best best(List<Candidate> people, Policy policy, Sizes sizes) {
        Oracle oracle = new Oracle(people, policy, sizes);
        oracle.search((1L << people.size()) - 1, new Best(0, 0));
        return oracle.best;
    }

    /** Gives everybody a bit, those with the fewest circles the lowest. */
    private void sort() {
        int[] counts = new int[cohort.size()];
        found.forEach(circle -> IntStream.of(circle).forEach(i -> counts[i]++));
        List<Integer> order =
                IntStream.range(0, cohort.size())
                        .boxed()
                        .sorted(Comparator.comparing(i -> counts[i]))
                        .toList();
        order.forEach(i -> circlesOf.add(new ArrayList<>()));
        for (int[] members : found) {
            int[] bits = IntStream.of(members).map(order::indexOf).sorted().toArray();
            long weight = weight(members);
            long set = IntStream.of(bits).mapToLong(bit -> 1L << bit).sum();
            circlesOf.get(bits[0]).add(new Circle(set, bits.length, weight));
            for (int bit : bits) {
                shares[bit] = Math.max(shares[bit], Math.ceilDiv(weight, bits.length));
            }
        }
        circlesOf.forEach(circles -> circles.sort(Comparator.comparing(circle -> -circle.weight)));
    }

    private void list(int[] members) {
        if (members.length >= sizes.min() && reachesThePolicy(members)) {
            found.add(members);
        }
        int next = members.length == 0 ? 0 : members[members.length - 1] + 1;
        for (int person = next; person < cohort.size() && members.length < sizes.max(); person++) {
            int each = person;
            int[] more = Arrays.copyOf(members, members.length + 1);
            more[members.length] = person;
            if (IntStream.of(members).allMatch(member -> cohort.mayMeet(member, each))
                    && cohort.canMeet(more)) {
                list(more);
            }
        }
    }

    private boolean reachesThePolicy(int[] members) {
        return cohort.fit(members).mean(members.length) >= cohort.policy().minimumScore();
    }

    private long weight(int[] members) {
        long sum = 0;
        for (int one : members) {
            for (int other : members) {
                if (one < other) {
                    sum += 2L * cohort.policy().priority().bonus();
                    sum += 2L * cohort.score(one, other);
                    sum += cohort.bonus(one) + cohort.bonus(other);
                }
            }
        }
        return sum / (members.length - 1);
    }

    private void search(long undecided, Best now) {
        long rest = undecided;
        while (rest != 0 && shares[Long.numberOfTrailingZeros(rest)] == 0) {
            rest &= rest - 1;
        }
        if (Best.ORDER.compare(now, best) > 0) {
            best = now;
        }
        Best before = seen.get(rest);
        if (Best.ORDER.compare(most(rest, now), best) <= 0
                || before != null && Best.ORDER.compare(now, before) <= 0) {
            return;
        }
        seen.put(rest, now);
        for (Circle circle : circlesOf.get(Long.numberOfTrailingZeros(rest))) {
            if ((circle.set & ~rest) == 0) {
                search(rest & ~circle.set, now.plus(circle.people, circle.weight));
            }
        }
        search(rest & rest - 1, now);
    }

    /** Nobody can have more than their largest share. */
    private Best most(long rest, Best now) {
        long more = 0;
        for (long each = rest; each != 0; each &= each - 1) {
            more += shares[Long.numberOfTrailingZeros(each)];
        }
        return now.plus(Long.bitCount(rest), more);
    }
}
