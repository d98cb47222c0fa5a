package org.peercoaching.matching.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.pairs.PairMatcher;

class ReportingTest {

    private final List<Entry> entries =
            Cohorts.of(301, 5).stream()
                    .map(candidate ->
                            new Entry(
                                    new Member(candidate.id(), "e", candidate.unit()),
                                    "Europe/Berlin",
                                    candidate))
                    .sorted(Comparator.comparing(Entry::id))
                    .toList();
    private final Matching matching =
            new PairMatcher(2)
                    .match(
                            Task.of(
                                    entries.stream().map(Entry::candidate).toList(),
                                    Cohorts.POLICY,
                                    1),
                            Control.NONE);
    private final Findings findings = new Findings("round", entries, matching, false);
    private final Report report = Reporting.of(findings);

    @Test
    void theReportSaysWhatTheResultSays() {
        Result result = findings.result();
        Report.Scores scores = report.scores();
        assertThat(scores).isNotNull();
        assertThat(report.candidates()).isEqualTo(result.candidates());
        assertThat(report.matchedShare()).isEqualTo(Share.of(result.matched(), 301));
        assertThat(scores.mean()).isEqualTo(result.mean());
        assertThat(scores.weakest()).isEqualTo(result.weakest());
        assertThat(scores.deciles()).isSorted().hasSize(9).contains(scores.median());
        assertThat(report.gap()).isEqualTo(result.gap());
        assertThat(report.repeats()).isZero();
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
