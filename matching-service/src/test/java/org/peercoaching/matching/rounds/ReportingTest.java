package org.peercoaching.matching.rounds;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.Member;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Cohorts;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Sizes;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.circles.CircleMatcher;
import org.peercoaching.matching.engine.circles.Crowd;
import org.peercoaching.matching.engine.pairs.PairMatcher;

class ReportingTest {

    private final List<Entry> entries = entries(Cohorts.of(301, 5));
    private final Matching matching = new PairMatcher(2).match(task(entries), Control.NONE);
    private final Findings findings = new Findings("round", entries, matching, false);
    private final Report report = Reporting.of(findings);

    @Test
    void theReportSaysWhatIsCountedPersonByPerson() {
        assertCounted(entries, matching, false);
        assertCounted(entries, withoutEveryThirdGroup(), false);
    }

    @Test
    void aReportOfCirclesSaysWhatIsCountedPersonByPerson() {
        List<Entry> crowd = entries(Crowd.planted(Crowd.circles(20, 4, 6, 3), 30, 4, 3, 3));
        Matching circles = new CircleMatcher(new Sizes(4, 6), 2).match(task(crowd), Control.NONE);
        assertThat(circles.groups()).hasSizeGreaterThan(10);
        assertCounted(crowd, circles, true);
        assertThat(new Findings("round", crowd, circles, true).result().circles())
                .isEqualTo(circles.groups().size());
    }

    @Test
    void aMatchOfPeopleWhoAreKeptApartIsARepeat() {
        List<String> pair = matching.groups().getFirst().members();
        List<Entry> apart =
                entries.stream()
                        .map(entry ->
                                entry.id().equals(pair.getFirst())
                                        ? new Entry(
                                                entry.seat(),
                                                entry.zone(),
                                                requireNonNull(entry.candidate())
                                                        .apartFrom(Set.copyOf(pair)))
                                        : entry)
                        .toList();
        assertThat(Reporting.of(new Findings("round", apart, matching, false)).repeats()).isOne();
        assertThat(report.repeats()).isZero();
    }

    private static void assertCounted(List<Entry> people, Matching found, boolean circles) {
        Findings findings = new Findings("round", people, found, circles);
        Report report = Reporting.of(findings);
        List<Integer> scores = new ArrayList<>();
        int reciprocal = 0;
        for (Group group : found.groups()) {
            int size = group.members().size();
            group.members().forEach(member -> scores.add(2 * group.fit().score() / size));
            reciprocal += helpsAndIsHelped(group) ? 1 : 0;
        }
        assertThat(report.candidates()).isEqualTo(people.size());
        assertThat(report.matchedShare())
                .isCloseTo(100.0 * scores.size() / people.size(), within(0.05));
        assertThat(report.reciprocalShare())
                .isCloseTo(100.0 * reciprocal / found.groups().size(), within(0.05));
        assertThat(report.gap()).isEqualTo(found.gap());
        assertThat(report.gapShare())
                .isCloseTo(
                        100.0 * (found.bound() - found.weight()) / found.bound(), within(0.00005));
        assertThat(report.repeats()).isZero();
        assertThat(report.scores())
                .isEqualTo(
                        new Report.Scores(
                                scores.stream().mapToInt(i -> i).sum() / scores.size(),
                                reachedBy(scores, 50),
                                Collections.min(scores),
                                IntStream.rangeClosed(1, 9)
                                        .mapToObj(tenth -> reachedBy(scores, 10 * tenth))
                                        .toList()));
        Result result = findings.result();
        assertThat(result.matched()).isEqualTo(scores.size());
        assertThat(result.mean()).isEqualTo(requireNonNull(report.scores()).mean());
        assertThat(result.weakest()).isEqualTo(report.scores().weakest());
    }

    /** The least score that so many percent of the people have at most. */
    private static int reachedBy(List<Integer> scores, int percent) {
        return scores.stream()
                .filter(score ->
                        100 * scores.stream().filter(other -> other <= score).count()
                                >= (long) percent * scores.size())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static boolean helpsAndIsHelped(Group group) {
        return group.members().stream()
                .allMatch(member ->
                        group.fit().help().stream().anyMatch(help -> help.giver().equals(member))
                                && group.fit().help().stream()
                                        .anyMatch(help -> help.receiver().equals(member)));
    }

    @Test
    void everyPartOfThePeopleCountsOnceAndSmallPartsAreNotShown() {
        for (List<Report.Part> parts :
                List.of(report.levels(), report.units(), report.zones(), report.availability())) {
            assertThat(parts.stream().mapToInt(Report.Part::people).sum()).isBetween(290, 301);
            assertThat(parts).allMatch(part -> part.people() >= Report.SMALLEST_PART);
        }
        assertThat(report.levels()).extracting(Report.Part::name).startsWith("1", "2", "3");
        assertThat(report.units()).extracting(Report.Part::name).contains("/a", "/b", "/c");
    }

    @Test
    void everyPartHasTheShareAndTheMeanOfItsOwnPeople() {
        for (Matching found : List.of(matching, withoutEveryThirdGroup())) {
            Report written = Reporting.of(new Findings("round", entries, found, false));
            assertThat(written.levels())
                    .hasSize(6)
                    .containsExactlyInAnyOrderElementsOf(
                            countedOneByOne(found, one -> Integer.toString(one.level())));
            // Few have less time than five hours, or more than twenty.
            assertThat(written.availability())
                    .hasSize(2)
                    .containsExactlyInAnyOrderElementsOf(
                            countedOneByOne(found, ReportingTest::timeOf));
            assertThat(written.units())
                    .hasSize(4)
                    .containsExactlyInAnyOrderElementsOf(
                            countedOneByOne(
                                    found, one -> "/" + one.unit().substring(1).split("/")[0]));
            // The last zone is of four people.
            assertThat(written.zones())
                    .hasSize(2)
                    .containsExactlyInAnyOrderElementsOf(
                            countedOneByOne(found, one -> zoneOf(one)));
        }
    }

    @Test
    void theShareAcrossUnitsIsHeldAgainstThatOfALot() {
        Map<String, Candidate> people =
                entries.stream()
                        .map(Entry::candidate)
                        .collect(Collectors.toMap(Candidate::id, c -> c));
        long across =
                matching.groups().stream()
                        .filter(group ->
                                group.members().stream()
                                                .map(id -> people.get(id).unit())
                                                .distinct()
                                                .count()
                                        > 1)
                        .count();
        assertThat(report.crossUnitShare()).isEqualTo(Share.of(across, matching.groups().size()));
        // Six units of about the same size.
        assertThat(report.crossUnitByChance()).isBetween(80.0, 86.0);
    }

    @Test
    void byChanceTwoOfTwoUnitsOfTwoAreOfOneUnitInAThird() {
        List<Candidate> four =
                Cohorts.of(40, 2).stream()
                        .filter(one -> List.of("/c", "/").contains(one.unit()))
                        .collect(Collectors.groupingBy(Candidate::unit))
                        .values()
                        .stream()
                        .flatMap(unit -> unit.stream().limit(2))
                        .toList();
        Group pair = matching.groups().getFirst();
        assertThat(new Chance(four).acrossUnits(List.of(pair))).isEqualTo(66.7);
    }

    @Test
    void everybodyIsPlacedWhereTheirMatchIs() {
        List<Placement> placements = findings.placements().toList();
        assertThat(placements).extracting(Placement::participantId).isSorted().hasSize(301);
        assertThat(placements.stream().filter(Placement::matched).count())
                .isEqualTo(findings.result().matched());
        for (Placement placement : placements) {
            if (placement.matched()) {
                Group group = matching.groups().get(placement.match());
                assertThat(group.members())
                        .contains(placement.participantId())
                        .containsAll(placement.partners());
            }
        }
        assertThat(findings.unmatched().count()).isEqualTo(findings.result().unmatched());
    }

    private static List<Entry> entries(List<Candidate> candidates) {
        return candidates.stream()
                .map(candidate ->
                        new Entry(
                                new Member(candidate.id(), "e", candidate.unit()),
                                zoneOf(candidate),
                                candidate))
                .sorted(Comparator.comparing(Entry::id))
                .toList();
    }

    private static String zoneOf(Candidate candidate) {
        int number = Math.floorMod(candidate.id().hashCode(), 300);
        return number < 4 ? "Pacific/Apia" : number % 3 == 0 ? "Asia/Kolkata" : "Europe/Berlin";
    }

    private static Task task(List<Entry> entries) {
        return Task.of(entries.stream().map(Entry::candidate).toList(), Cohorts.POLICY, 1);
    }

    private Matching withoutEveryThirdGroup() {
        List<Group> groups = matching.groups();
        return new Matching(
                IntStream.range(0, groups.size())
                        .filter(number -> number % 3 != 0)
                        .mapToObj(groups::get)
                        .toList(),
                matching.leftOut(),
                matching.weight(),
                matching.bound(),
                matching.certificate(),
                matching.nextBest(),
                matching.work(),
                matching.complete());
    }

    private static String timeOf(Candidate candidate) {
        int minutes = candidate.time().minutes();
        if (minutes < 600) {
            return minutes < 120 ? "0-119" : minutes < 300 ? "120-299" : "300-599";
        }
        return minutes < 1_200 ? "600-1199" : "1200-10080";
    }

    /** The parts of five and more, each person looked for in each group. */
    private List<Report.Part> countedOneByOne(Matching found, Function<Candidate, String> part) {
        return entries.stream()
                .map(Entry::candidate)
                .collect(Collectors.groupingBy(part))
                .entrySet()
                .stream()
                .filter(one -> one.getValue().size() >= 5)
                .map(one -> countedOneByOne(found, one.getKey(), one.getValue()))
                .toList();
    }

    private static Report.Part countedOneByOne(
            Matching found, String name, List<Candidate> people) {
        int matched = 0;
        long points = 0;
        for (Candidate person : people) {
            for (Group group : found.groups()) {
                if (group.members().contains(person.id())) {
                    matched++;
                    points += 2L * group.fit().score() / group.members().size();
                }
            }
        }
        assertThat(matched).as(name).isPositive();
        return new Report.Part(
                name,
                people.size(),
                Math.round(1_000.0 * matched / people.size()) / 10.0,
                (int) (points / matched));
    }
}
