package org.peercoaching.matching.engine.organizations;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Who is above whom: eight report to each, so that 100,000 people are six deep. A team is who
 * reports to one person. The numbers of people are mixed, lest they tell their place.
 */
final class Hierarchy {

    private static final int REPORTS = 8;

    /** How many of a hundred have at most each level, from level 1 on. */
    private static final int[] PYRAMID = {16, 36, 56, 72, 83, 90, 95, 98, 99, 100};

    private final int[] places;
    private final int[] people;
    private final Map<Integer, Set<String>> above = new HashMap<>();

    Hierarchy(int size, Random random) {
        places = new int[size];
        people = new int[size];
        for (int i = 0; i < size; i++) {
            int other = random.nextInt(i + 1);
            people[i] = people[other];
            people[other] = i;
        }
        for (int place = 0; place < size; place++) {
            places[people[place]] = place;
        }
    }

    static String id(int person) {
        return "person-%06d".formatted(person);
    }

    /** Somebody's level: the higher in the tree, the higher it is. */
    int level(int person) {
        // The top of the tree is the top of the pyramid.
        long percent = 100L * (people.length - places[person]) / people.length;
        int level = 0;
        while (level < PYRAMID.length - 1 && PYRAMID[level] < percent) {
            level++;
        }
        return level + 1;
    }

    /** Ids of everybody above somebody; the same set for all who report to one. */
    Set<String> superiors(int person) {
        return superiorsAt(places[person]);
    }

    private Set<String> superiorsAt(int place) {
        if (place == 0) {
            return Set.of();
        }
        int boss = boss(place);
        Set<String> known = above.get(boss);
        if (known != null) {
            return known;
        }
        Set<String> all = new HashSet<>(superiorsAt(boss));
        all.add(id(people[boss]));
        Set<String> found = Set.copyOf(all);
        above.put(boss, found);
        return found;
    }

    private static int boss(int place) {
        return (place - 1) / REPORTS;
    }

    /** A path of division, department and team. */
    String unit(int person) {
        int team = boss(Math.max(1, places[person]));
        int department = boss(Math.max(1, team));
        return "/division-%d/department-%d/team-%d".formatted(division(person), department, team);
    }

    /** One of eight. */
    int division(int person) {
        int place = places[person];
        while (place > REPORTS) {
            place = boss(place);
        }
        return place;
    }
}
