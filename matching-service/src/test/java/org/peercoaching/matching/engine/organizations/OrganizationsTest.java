package org.peercoaching.matching.engine.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.score.Cohort;

class OrganizationsTest {

    @ParameterizedTest
    @EnumSource
    void theSameSeedMakesTheSamePeopleAndAnotherOneOthers(Organizations kind) {
        assertThat(kind.of(501, 7)).isEqualTo(kind.of(501, 7)).isNotEqualTo(kind.of(501, 8));
    }

    @ParameterizedTest
    @EnumSource
    void anySizeCanBeHad(Organizations kind) {
        for (int size : new int[] {0, 1, 2, 3, 100, 101}) {
            assertThat(kind.of(size, 1))
                    .extracting(Candidate::id)
                    .doesNotHaveDuplicates()
                    .hasSize(size);
        }
    }

    @Test
    void inARealisticOrganizationAlmostEverybodyHasManyPossiblePartners() {
        int[] partners = partners(cohort(Organizations.REALISTIC, 1_500));
        assertThat(Arrays.stream(partners).filter(count -> count == 0).count()).isLessThan(15);
        assertThat(Arrays.stream(partners).average().orElse(0)).isBetween(100.0, 600.0);
    }

    @Test
    void aThirdIsUnmatchable() {
        int[] partners = partners(cohort(Organizations.THIRD_UNMATCHABLE, 1_500));
        assertThat(Arrays.stream(partners).filter(count -> count == 0).count())
                .isBetween(500L, 520L);
    }

    @Test
    void cliquesFitAmongThemselvesOnlyAndAreOdd() {
        for (int size : new int[] {1_500, 1_501}) {
            Cohort cohort = cohort(Organizations.ODD_CLIQUES, size);
            int[] parts = parts(cohort);
            Map<Integer, Long> sizes =
                    Arrays.stream(parts)
                            .boxed()
                            .collect(
                                    Collectors.groupingBy(
                                            Function.identity(), Collectors.counting()));
            assertThat(sizes.values())
                    .filteredOn(count -> count > 1 && count <= 51)
                    .hasSizeGreaterThan(10);
            assertThat(sizes.values().stream().filter(count -> count % 2 == 1).count())
                    .isGreaterThanOrEqualTo(sizes.size() - 2L);
            assertThat(sizes.values()).anyMatch(count -> count > size / 3);
        }
    }

    private static Cohort cohort(Organizations kind, int size) {
        return Cohort.of(kind.of(size, 5), Organizations.POLICY, 1);
    }

    private static int[] partners(Cohort cohort) {
        return IntStream.range(0, cohort.size())
                .map(one ->
                        (int)
                                IntStream.range(0, cohort.size())
                                        .filter(other -> one != other)
                                        .filter(other -> cohort.weight(one, other) > 0)
                                        .count())
                .toArray();
    }

    private static int[] parts(Cohort cohort) {
        int[] parts = IntStream.range(0, cohort.size()).toArray();
        for (int one = 0; one < parts.length; one++) {
            for (int other = 0; other < one; other++) {
                if (parts[one] != parts[other] && cohort.weight(one, other) > 0) {
                    int from = parts[other];
                    int to = parts[one];
                    Arrays.setAll(parts, i -> parts[i] == from ? to : parts[i]);
                }
            }
        }
        return parts;
    }
}
