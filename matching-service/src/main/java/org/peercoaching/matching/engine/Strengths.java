package org.peercoaching.matching.engine;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much each criterion counts in a program.
 *
 * @param complementarySkills what each can give the other where they want to grow
 * @param level closeness of seniority levels
 * @param time common time
 * @param language a common language that both like best
 * @param method liking the same way to meet
 * @param focusSkills practising the skills the program is about
 * @param newTies coming from different org units
 */
public record Strengths(
        Strength complementarySkills,
        Strength level,
        Strength time,
        Strength language,
        Strength method,
        Strength focusSkills,
        Strength newTies) {

    /** What each criterion is worth in 10,000 points if all are of medium strength. */
    private static final List<Integer> USUAL = List.of(6_500, 1_500, 1_000, 100, 150, 250, 500);

    /** Every criterion counts as usual. */
    public static Strengths usual() {
        Strength medium = Strength.MEDIUM;
        return new Strengths(medium, medium, medium, medium, medium, medium, medium);
    }

    /** Whether nothing counts: then no match is better than another. */
    public boolean allOff() {
        return inOrder().stream().allMatch(strength -> strength == Strength.OFF);
    }

    /**
     * The most points a pair gets of each criterion; together 10,000, or none if all are off. What
     * is lost in rounding down goes to the criteria that lost the most.
     */
    public Terms points() {
        List<Strength> strengths = inOrder();
        int[] shares =
                IntStream.range(0, USUAL.size())
                        .map(i -> USUAL.get(i) * strengths.get(i).weight())
                        .toArray();
        int sum = IntStream.of(shares).sum();
        if (sum == 0) {
            return Terms.NONE;
        }
        int[] points = IntStream.of(shares).map(share -> Terms.MOST * share / sum).toArray();
        int lost = Terms.MOST - IntStream.of(points).sum();
        IntStream.range(0, points.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -(Terms.MOST * shares[i] % sum)))
                .limit(lost)
                .forEach(i -> points[i]++);
        return Terms.of(points);
    }

    /** The fewest points that two who are matched have of each criterion: half where mandatory. */
    public Terms least() {
        List<Strength> strengths = inOrder();
        int[] points = points().toArray();
        return Terms.of(
                IntStream.range(0, points.length)
                        .map(i -> strengths.get(i) == Strength.MANDATORY ? (points[i] + 1) / 2 : 0)
                        .toArray());
    }

    private List<Strength> inOrder() {
        return List.of(complementarySkills, level, time, language, method, focusSkills, newTies);
    }
}
