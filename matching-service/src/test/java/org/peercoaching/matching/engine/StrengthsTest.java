package org.peercoaching.matching.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrengthsTest {

    private static final int CRITERIA = 7;

    @Test
    void asUsualTheyAreWorthWhatTheDesignSays() {
        assertThat(Strengths.usual().points().toArray())
                .containsExactly(6_500, 1_500, 1_000, 100, 150, 250, 500);
        assertThat(Strengths.usual().least()).isEqualTo(Terms.NONE);
    }

    @Test
    void theStrongerOneIsTheMoreOfAllPointsItIsWorth() {
        for (int criterion = 0; criterion < CRITERIA; criterion++) {
            int[] points =
                    IntStream.of(
                                    pointsOf(criterion, Strength.OFF),
                                    pointsOf(criterion, Strength.LOW),
                                    pointsOf(criterion, Strength.MEDIUM),
                                    pointsOf(criterion, Strength.HIGH))
                            .toArray();
            assertThat(points).isSorted().doesNotHaveDuplicates().startsWith(0);
            assertThat(pointsOf(criterion, Strength.MANDATORY)).isEqualTo(points[3]);
        }
    }

    @Test
    void allTogetherTheyAreAlwaysTenThousandPoints() {
        for (int each = 1; each < Math.pow(Strength.values().length, CRITERIA); each++) {
            int[] numbers = new int[CRITERIA];
            for (int i = 0, rest = each; i < CRITERIA; i++, rest /= Strength.values().length) {
                numbers[i] = rest % Strength.values().length;
            }
            Strengths strengths = strengths(numbers);
            assertThat(strengths.points().sum())
                    .as("%s", strengths)
                    .isEqualTo(strengths.allOff() ? 0 : 10_000);
        }
        assertThat(strengths(new int[CRITERIA]).points()).isEqualTo(Terms.NONE);
    }

    @Test
    void halfOfWhatIsMandatoryMustBeReached() {
        for (int criterion = 0; criterion < CRITERIA; criterion++) {
            Strengths strengths = only(criterion, Strength.MANDATORY);
            int[] least = new int[CRITERIA];
            least[criterion] = (strengths.points().toArray()[criterion] + 1) / 2;
            assertThat(strengths.least().toArray()).containsExactly(least);
        }
    }

    private static int pointsOf(int criterion, Strength strength) {
        return only(criterion, strength).points().toArray()[criterion];
    }

    /** One of a strength, the others as usual. */
    private static Strengths only(int criterion, Strength strength) {
        int[] numbers = IntStream.generate(Strength.MEDIUM::ordinal).limit(CRITERIA).toArray();
        numbers[criterion] = strength.ordinal();
        return strengths(numbers);
    }

    private static Strengths strengths(int[] numbers) {
        Strength[] s =
                IntStream.of(numbers).mapToObj(i -> Strength.values()[i]).toArray(Strength[]::new);
        return new Strengths(s[0], s[1], s[2], s[3], s[4], s[5], s[6]);
    }
}
