package org.peercoaching.local.demonstration.people;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Draws from lists whose first items come most often, as it is with most things people have. */
final class Draw {

    private final Random random;

    Draw(Random random) {
        this.random = random;
    }

    /** Zipf's law: the item of rank n comes with a weight of 1/n. */
    <T> T zipf(List<T> items) {
        double left = random.nextDouble() * weightOf(items.size());
        for (int rank = 1; rank < items.size(); rank++) {
            left -= 1.0 / rank;
            if (left < 0) {
                return items.get(rank - 1);
            }
        }
        return items.getLast();
    }

    private static double weightOf(int size) {
        double sum = 0;
        for (int rank = 1; rank <= size; rank++) {
            sum += 1.0 / rank;
        }
        return sum;
    }

    /** Different items, none of them among those already taken. */
    <T> Set<T> zipf(List<T> items, int count, Set<T> taken) {
        Set<T> drawn = new LinkedHashSet<>();
        while (drawn.size() < count) {
            T item = zipf(items);
            if (!taken.contains(item)) {
                drawn.add(item);
            }
        }
        return drawn;
    }

    <T> T any(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    int between(int lowest, int highest) {
        return lowest + random.nextInt(highest - lowest + 1);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }
}
