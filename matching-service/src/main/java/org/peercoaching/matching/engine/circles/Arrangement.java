package org.peercoaching.matching.engine.circles;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Who is in which circle, and who is in none: as a search changes it. */
final class Arrangement {

    /** What stands for no circle. */
    static final int NONE = -1;

    private final int[] circleOf;
    private final int[] places;
    private final int[] waiting;
    private final int[][] members;
    private final int[] weights;
    private final int[] free;
    private int freeCount;
    private int waitingCount;
    private int placed;
    private long weight;

    /**
     * Nobody is placed yet.
     *
     * @param people how many there are
     * @param hopeful those who may be in a circle; the others are never counted as waiting
     */
    Arrangement(int people, int[] hopeful) {
        circleOf = new int[people];
        Arrays.fill(circleOf, NONE);
        places = new int[people];
        Arrays.fill(places, NONE);
        waiting = new int[hopeful.length];
        int most = hopeful.length / 3 + 1;
        members = new int[most][];
        weights = new int[most];
        free = new int[most];
        for (int i = 0; i < most; i++) {
            free[i] = most - 1 - i;
        }
        freeCount = most;
        for (int person : hopeful) {
            await(person);
        }
    }

    private Arrangement(Arrangement other) {
        circleOf = other.circleOf.clone();
        places = other.places.clone();
        waiting = other.waiting.clone();
        members = other.members.clone();
        weights = other.weights.clone();
        free = other.free.clone();
        freeCount = other.freeCount;
        waitingCount = other.waitingCount;
        placed = other.placed;
        weight = other.weight;
    }

    Arrangement copy() {
        return new Arrangement(this);
    }

    /** Whether more people are placed, or as many in circles that weigh more. */
    boolean isBetterThan(Arrangement other, boolean peopleFirst) {
        return peopleFirst && placed != other.placed
                ? placed > other.placed
                : weight > other.weight;
    }

    int placed() {
        return placed;
    }

    /** Of all circles, in half points. */
    long weight() {
        return weight;
    }

    /** How many people who may be in a circle are in none. */
    int waiting() {
        return waitingCount;
    }

    /** One of those who are in none. */
    int waiting(int index) {
        return waiting[index];
    }

    /** Whether somebody who may be in a circle is in none. */
    boolean isWaiting(int person) {
        return places[person] != NONE;
    }

    /** The circle that somebody is in, or {@link #NONE}. */
    int circleOf(int person) {
        return circleOf[person];
    }

    int[] members(int circle) {
        return members[circle];
    }

    int weight(int circle) {
        return weights[circle];
    }

    /** The members of all circles. */
    List<int[]> circles() {
        boolean[] unused = new boolean[members.length];
        for (int i = 0; i < freeCount; i++) {
            unused[free[i]] = true;
        }
        return IntStream.range(0, members.length)
                .filter(circle -> !unused[circle])
                .mapToObj(circle -> members[circle])
                .toList();
    }

    void add(int[] people, int weighs) {
        int circle = free[--freeCount];
        members[circle] = people;
        weights[circle] = weighs;
        for (int person : people) {
            circleOf[person] = circle;
            place(person);
        }
        placed += people.length;
        weight += weighs;
    }

    void remove(int circle) {
        for (int person : members[circle]) {
            circleOf[person] = NONE;
            await(person);
        }
        placed -= members[circle].length;
        weight -= weights[circle];
        free[freeCount++] = circle;
    }

    private void await(int person) {
        places[person] = waitingCount;
        waiting[waitingCount++] = person;
    }

    private void place(int person) {
        int last = waiting[--waitingCount];
        waiting[places[person]] = last;
        places[last] = places[person];
        places[person] = NONE;
    }
}
