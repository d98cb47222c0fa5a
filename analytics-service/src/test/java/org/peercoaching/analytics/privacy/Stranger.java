package org.peercoaching.analytics.privacy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.roaringbitmap.longlong.LongConsumer;

/**
 * Somebody who has every published figure and a calculator: adds and subtracts them in every way
 * and looks how few people a result is about.
 */
final class Stranger {

    private final TreeMap<String, Integer> numbers = new TreeMap<>();
    private final long[] personOf;
    private final int[][] published;

    Stranger(List<Elements> figures) {
        for (Elements figure : figures) {
            forEach(
                    figure,
                    (slot, person) -> numbers.putIfAbsent(slot + "|" + person, numbers.size()));
        }
        personOf = new long[numbers.size()];
        published = new int[figures.size()][numbers.size()];
        for (int i = 0; i < figures.size(); i++) {
            int[] weights = published[i];
            forEach(
                    figures.get(i),
                    (slot, person) -> {
                        int element = numbers.getOrDefault(slot + "|" + person, -1);
                        weights[element] = 1;
                        personOf[element] = person;
                    });
        }
    }

    private interface Taker {
        void take(String slot, long person);
    }

    private static void forEach(Elements figure, Taker taker) {
        figure.slots()
                .forEach((slot, people) ->
                        people.forEach((LongConsumer) person -> taker.take(slot, person)));
    }

    /** The fewest people a figure, a difference of two or some combination is about. */
    long fewest(RandomGenerator random, int tries) {
        long fewest = Long.MAX_VALUE;
        int[] nothing = new int[numbers.size()];
        for (int[] one : published) {
            fewest = Math.min(fewest, people(one));
            for (int[] other : published) {
                fewest = Math.min(fewest, people(plus(one, other, -1)));
            }
        }
        for (int i = 0; i < tries && published.length > 0; i++) {
            int[] sum = nothing;
            for (int terms = 2 + random.nextInt(6); terms > 0; terms--) {
                sum = plus(sum, any(random), random.nextInt(5) - 2);
                fewest = Math.min(fewest, people(sum));
            }
            fewest = Math.min(fewest, people(whittledDown(any(random))));
        }
        return fewest;
    }

    private int[] any(RandomGenerator random) {
        return published[random.nextInt(published.length)];
    }

    /** Takes away, or adds, whatever leaves less, but never nothing. */
    private int[] whittledDown(int[] figure) {
        int[] rest = figure;
        for (boolean goesOn = true; goesOn; ) {
            goesOn = false;
            for (int[] each : published) {
                for (int factor : new int[] {-1, 1}) {
                    int[] less = plus(rest, each, factor);
                    if (size(less) > 0 && size(less) < size(rest)) {
                        rest = less;
                        goesOn = true;
                    }
                }
            }
        }
        return rest;
    }

    private static int[] plus(int[] one, int[] other, int factor) {
        int[] sum = one.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * other[i];
        }
        return sum;
    }

    private static int size(int[] weights) {
        int size = 0;
        for (int weight : weights) {
            size += weight == 0 ? 0 : 1;
        }
        return size;
    }

    /** Nobody at all counts as everybody: it says nothing about anyone. */
    private long people(int[] weights) {
        Set<Long> people = new HashSet<>();
        for (int i = 0; i < weights.length && people.size() < 20; i++) {
            if (weights[i] != 0) {
                people.add(personOf[i]);
            }
        }
        return people.isEmpty() ? Long.MAX_VALUE : people.size();
    }
}
