package org.peercoaching.matching.engine.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /**
     * The second is half as frequent as the first, the fourth a quarter, as nobody has one twice.
     */
    @Test
    void skillsAreAsRareAsZipfSays() {
        Map<String, Long> frequencies =
                Organizations.REALISTIC.of(20_000, 3).stream()
                        .flatMap(OrganizationsTest::skills)
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(frequencies).hasSize(120);
        for (int rank : new int[] {20, 30, 40, 50}) {
            double ratio =
                    (double) frequencies.get(Skills.name(rank))
                            / frequencies.get(Skills.name(2 * rank + 1));
            assertThat(ratio).as("rank %d", rank).isBetween(1.6, 2.4);
        }
        List<Long> byRank =
                IntStream.of(0, 2, 8, 20, 60, 119)
                        .mapToObj(rank -> -frequencies.get(Skills.name(rank)))
                        .toList();
        assertThat(byRank).isSorted();
    }

    private static Stream<String> skills(Candidate one) {
        return Stream.concat(
                one.strengths().keySet().stream(),
                one.growthAreas().stream().map(Candidate.GrowthArea::skill));
    }

    /** Each zone has a language of its own, which all of it speak, most of them English, too. */
    @Test
    void peopleLiveInNineZonesAndMostOfADivisionInOne() {
        List<Candidate> people = Organizations.REALISTIC.of(20_000, 3);
        Map<String, Map<String, Long>> zones =
                people.stream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> one.unit().split("/")[1],
                                        Collectors.groupingBy(
                                                OrganizationsTest::local, Collectors.counting())));
        assertThat(zones).hasSizeBetween(8, 9);
        zones.forEach((division, locals) -> {
            long all = locals.values().stream().mapToLong(i -> i).sum();
            if (all > 100) {
                assertThat(locals).as(division).hasSize(9);
                assertThat((double) Collections.max(locals.values()) / all)
                        .as(division)
                        .isBetween(0.68, 0.80);
            }
        });
        assertThat(people.stream().filter(one -> one.languages().contains("en")).count())
                .isBetween(17_400L, 17_800L);
    }

    private static String local(Candidate one) {
        return one.languages().stream()
                .filter(each -> !each.equals("en"))
                .findFirst()
                .orElseThrow();
    }

    /** Everybody's superiors are their boss and the boss's superiors, up to one who has none. */
    @Test
    void superiorsAreATreeOfEightToEach() {
        List<Candidate> people = Organizations.REALISTIC.of(5_000, 3);
        Map<String, Candidate> byId =
                people.stream().collect(Collectors.toMap(Candidate::id, Function.identity()));
        Map<String, Integer> reports = new HashMap<>();
        int top = 0;
        for (Candidate one : people) {
            Optional<Candidate> boss =
                    one.superiors().stream()
                            .map(byId::get)
                            .max(Comparator.comparingInt(above -> above.superiors().size()));
            if (boss.isEmpty()) {
                top++;
                continue;
            }
            Set<String> above = new HashSet<>(boss.get().superiors());
            above.add(boss.get().id());
            assertThat(one.superiors()).isEqualTo(above);
            assertThat(boss.get().level()).isGreaterThanOrEqualTo(one.level());
            reports.merge(boss.get().id(), 1, Integer::sum);
        }
        assertThat(top).isOne();
        assertThat(reports.values()).allMatch(count -> count <= 8);
        assertThat(reports.values().stream().filter(count -> count == 8).count())
                .isGreaterThanOrEqualTo(reports.size() - 1L);
        assertThat(people.stream().mapToInt(one -> one.superiors().size()).max()).hasValue(5);
        // A team reports to one person.
        Map<String, Set<Set<String>>> teams =
                people.stream()
                        .filter(one -> !one.superiors().isEmpty())
                        .collect(
                                Collectors.groupingBy(
                                        Candidate::unit,
                                        Collectors.mapping(
                                                Candidate::superiors, Collectors.toSet())));
        assertThat(teams.values()).allMatch(bosses -> bosses.size() == 1);
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
