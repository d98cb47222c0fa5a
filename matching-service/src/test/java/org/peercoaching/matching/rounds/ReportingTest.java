package org.peercoaching.matching.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
}
