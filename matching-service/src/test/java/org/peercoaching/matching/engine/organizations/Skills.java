package org.peercoaching.matching.engine.organizations;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.peercoaching.matching.engine.Candidate.GrowthArea;

/** Skills by Zipf's law: the second is half as frequent as the first, the third a third. */
final class Skills {

    private static final int CATALOGUE = 120;
    private static final int MOST_OF_ONE = 10;

    private final double[] shares = new double[CATALOGUE];
    private final Random random;

    Skills(Random random) {
        this.random = random;
        double sum = 0;
        for (int i = 0; i < CATALOGUE; i++) {
            sum += 1.0 / (i + 1);
            shares[i] = sum;
        }
    }

    static String name(int number) {
        return "skill-%03d".formatted(number);
    }

    /** Distinct ones, enough for one person. */
    List<String> some() {
        Set<String> some = new LinkedHashSet<>();
        while (some.size() < MOST_OF_ONE) {
            double share = random.nextDouble() * shares[CATALOGUE - 1];
            int found = Arrays.binarySearch(shares, share);
            some.add(name(found < 0 ? -found - 1 : found));
        }
        return List.copyOf(some);
    }

    /** Four to six strengths of levels 2 to 5. */
    Map<String, Integer> strengths(List<String> some) {
        Map<String, Integer> strengths = new HashMap<>();
        int count = 4 + random.nextInt(3);
        some.stream().limit(count).forEach(skill -> strengths.put(skill, 2 + random.nextInt(4)));
        return Map.copyOf(strengths);
    }

    /** Two to four growth areas of levels 1 to 3, none of them a strength. */
    List<GrowthArea> growthAreas(List<String> some) {
        return some.reversed().stream()
                .limit(2 + random.nextInt(3))
                .map(skill -> new GrowthArea(skill, 1 + random.nextInt(3)))
                .toList();
    }
}
