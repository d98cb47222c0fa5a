package org.peercoaching.matching.engine.circles;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.matching.engine.NextBest;
import org.peercoaching.matching.engine.score.Cohort;

/**
 * Two people of different circles change places: as long as that makes the circles better; and then
 * for everybody the exchange that makes them least worse, which tells what it would cost to have
 * them elsewhere.
 */
final class Exchanges {

    private static final int NOBODY = -1;

    /** People who are looked at between two questions whether to go on. */
    private static final int AT_ONCE = 64;

    /** Both circles together then weigh less, in half points; a gain is negative. */
    private record Exchange(int one, int other, int loss) {}

    private final Roster roster;
    private final Cohort cohort;
    private final Neighbours neighbours;
    private final Arrangement arrangement;
    private final Effort effort;
    private final ForkJoinPool threads;
    private final ThreadLocal<Trade> trades;
    private final int[] people;

    /** The scores of each person with the others of their circle. */
    private final int[] sums;

    private final @Nullable Exchange[] cheapest;

    /**
     * Nothing is exchanged yet.
     *
     * @param arrangement is changed
     */
    Exchanges(
            Roster roster,
            Neighbours neighbours,
            Arrangement arrangement,
            Effort effort,
            ForkJoinPool threads) {
        this.roster = roster;
        this.cohort = roster.cohort();
        this.neighbours = neighbours;
        this.arrangement = arrangement;
        this.effort = effort;
        this.threads = threads;
        trades =
                ThreadLocal.withInitial(
                        () -> new Trade(cohort, new Scores(cohort), new Judge(cohort)));
        people =
                Arrays.stream(roster.openBySeed())
                        .filter(person -> arrangement.circleOf(person) != Arrangement.NONE)
                        .toArray();
        sums = new int[cohort.size()];
        cheapest = new Exchange[cohort.size()];
    }

    /**
     * Makes all exchanges that gain something; false if it was stopped before there was no more.
     */
    boolean settle() {
        boolean[] changed = new boolean[cohort.size()];
        Arrays.fill(changed, true);
        do {
            if (!look(changed)) {
                return false;
            }
            changed = gain();
        } while (anyOf(changed));
        return true;
    }

    private static boolean anyOf(boolean[] changed) {
        return IntStream.range(0, changed.length).anyMatch(person -> changed[person]);
    }

    /** What would cost least, once all is settled: for all who may change places, by id. */
    List<NextBest> nextBest() {
        return IntStream.of(roster.open())
                .mapToObj(person -> cheapest[person])
                .filter(Objects::nonNull)
                .map(exchange ->
                        new NextBest(
                                cohort.person(exchange.one).id(),
                                cohort.person(exchange.other).id(),
                                (exchange.loss + 1) / 2))
                .toList();
    }

    /**
     * Finds everybody's cheapest exchange.
     *
     * @param changed those whose circle is another than at the latest look
     */
    private boolean look(boolean[] changed) {
        List<int[]> all = arrangement.circles();
        List<int[]> others = all.stream().filter(circle -> changed[circle[0]]).toList();
        for (int[] circle : others) {
            for (int member : circle) {
                sums[member] = scores(member, circle, NOBODY);
            }
        }
        for (int from = 0; from < people.length; from += AT_ONCE) {
            if (!effort.goOn()) {
                return false;
            }
            int first = from;
            int end = Math.min(people.length, from + AT_ONCE);
            threads.submit(() ->
                            IntStream.range(first, end)
                                    .parallel()
                                    .map(position -> people[position])
                                    .forEach(person -> look(person, changed, all, others)))
                    .join();
            effort.spend((long) (end - from) * others.size());
        }
        return true;
    }

    private void look(int person, boolean[] changed, List<int[]> all, List<int[]> others) {
        Exchange known = cheapest[person];
        boolean stale = changed[person] || known != null && changed[known.other];
        cheapest[person] = stale ? cheapest(person, all, null) : cheapest(person, others, known);
    }

    private @Nullable Exchange cheapest(int one, List<int[]> circles, @Nullable Exchange known) {
        int[] here = arrangement.members(arrangement.circleOf(one));
        Exchange least = known;
        for (int[] there : circles) {
            int strangers = there == here ? there.length : strangers(one, there);
            if (strangers > 1) {
                continue;
            }
            int joining = scores(one, there, NOBODY);
            for (int other : there) {
                boolean stranger = !neighbours.mayMeet(one, other);
                if (strangers == 0 == stranger || !mayMeetAllBut(other, here, one)) {
                    continue;
                }
                int joins = joining - (stranger ? 0 : cohort.score(one, other));
                int loss =
                        loss(there, sums[other], joins)
                                + loss(here, sums[one], scores(other, here, one));
                if ((least == null || loss < least.loss) && isAllowed(here, one, there, other)) {
                    least = new Exchange(one, other, loss);
                }
            }
        }
        return least;
    }

    /** How many of a circle somebody may not meet, of the first two; most circles fail by that. */
    private int strangers(int person, int[] circle) {
        int strangers = 0;
        for (int i = 0; i < circle.length && strangers < 2; i++) {
            strangers += neighbours.mayMeet(person, circle[i]) ? 0 : 1;
        }
        return strangers;
    }

    private boolean mayMeetAllBut(int person, int[] circle, int one) {
        for (int member : circle) {
            if (member != one && !neighbours.mayMeet(person, member)) {
                return false;
            }
        }
        return true;
    }

    /** The scores of somebody with those of a circle whom they may meet, but for one. */
    private int scores(int person, int[] circle, int but) {
        int sum = 0;
        for (int member : circle) {
            sum +=
                    member != but && member != person && neighbours.mayMeet(person, member)
                            ? cohort.score(person, member)
                            : 0;
        }
        return sum;
    }

    /** What a circle weighs less, in half points, where scores of one member become another's. */
    private int loss(int[] circle, int leaving, int coming) {
        int all = 0;
        for (int member : circle) {
            all += sums[member];
        }
        // Each pair is in the sums of two.
        int before = all / 2;
        int others = circle.length - 1;
        return 2 * before / others - 2 * (before - leaving + coming) / others;
    }

    /** Whether the circles may be, as wholes. */
    private boolean isAllowed(int[] here, int one, int[] there, int other) {
        Trade trade = trades.get();
        return trade.canReplace(there, other, one) && trade.canReplace(here, one, other);
    }

    /** Makes exchanges that gain, the best first, one for each circle; returns whose changed. */
    private boolean[] gain() {
        boolean[] changed = new boolean[cohort.size()];
        Stream.of(cheapest)
                .filter(Objects::nonNull)
                .filter(exchange -> exchange.loss < 0)
                .sorted(Comparator.comparingInt(Exchange::loss).thenComparingInt(Exchange::one))
                .forEach(exchange -> {
                    if (!changed[exchange.one] && !changed[exchange.other]) {
                        make(exchange, changed);
                    }
                });
        return changed;
    }

    private void make(Exchange exchange, boolean[] changed) {
        Trade trade = trades.get();
        int mine = arrangement.circleOf(exchange.one);
        int theirs = arrangement.circleOf(exchange.other);
        int[] here = arrangement.members(mine);
        int[] there = arrangement.members(theirs);
        int hereWeighs = trade.weigh(here, exchange.one, exchange.other);
        int thereWeighs = trade.weigh(there, exchange.other, exchange.one);
        arrangement.remove(mine);
        arrangement.remove(theirs);
        add(here, exchange.one, exchange.other, hereWeighs, changed);
        add(there, exchange.other, exchange.one, thereWeighs, changed);
    }

    private void add(int[] members, int leaving, int coming, int weighs, boolean[] changed) {
        int[] after =
                IntStream.of(members).map(one -> one == leaving ? coming : one).sorted().toArray();
        arrangement.add(after, weighs);
        for (int member : after) {
            changed[member] = true;
        }
    }
}
