package org.peercoaching.matching.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.peercoaching.matching.rounds.Comparison.Change;
import org.peercoaching.matching.rounds.Comparison.Kind;

/** What two rounds do otherwise with one person. */
class ComparisonTest {

    private static final Placement ALONE = Placement.alone("anna");
    private static final Placement WITH_BEN = with(0, 9_000, "ben");

    @Test
    void whoKeepsTheirPartnersMayGainOrLosePoints() {
        assertThat(Change.of(with(7, 8_500, "ben"), WITH_BEN))
                .isEqualTo(
                        change(Kind.SAME_PARTNERS, List.of("ben"), List.of("ben"), 8_500, 9_000));
    }

    @Test
    void whoHasNobodyInBothIsTreatedAlike() {
        assertThat(Change.of(ALONE, ALONE))
                .isEqualTo(change(Kind.SAME_PARTNERS, List.of(), List.of(), 0, 0));
    }

    @Test
    void whoIsMatchedWithOthersHasOtherPartners() {
        assertThat(Change.of(with(0, 9_500, "carla"), WITH_BEN))
                .isEqualTo(
                        change(
                                Kind.OTHER_PARTNERS,
                                List.of("carla"),
                                List.of("ben"),
                                9_500,
                                9_000));
    }

    @Test
    void aPairThatBecomesATrioHasOtherPartnersEvenIfTheFirstOneStays() {
        List<String> both = List.of("ben", "carla");
        Placement trio = with(0, 7_000, "ben", "carla");
        assertThat(Change.of(trio, WITH_BEN))
                .isEqualTo(change(Kind.OTHER_PARTNERS, both, List.of("ben"), 7_000, 9_000));
        assertThat(Change.of(WITH_BEN, trio))
                .isEqualTo(change(Kind.OTHER_PARTNERS, List.of("ben"), both, 9_000, 7_000));
    }

    @Test
    void whoHadNobodyThereIsNewlyMatchedAndGainsAllPointsOfTheMatch() {
        assertThat(Change.of(WITH_BEN, ALONE))
                .isEqualTo(change(Kind.NEWLY_MATCHED, List.of("ben"), List.of(), 9_000, 0));
    }

    @Test
    void whoHasNobodyHereIsNewlyUnmatchedAndLosesAllPointsOfTheMatch() {
        assertThat(Change.of(ALONE, WITH_BEN))
                .isEqualTo(change(Kind.NEWLY_UNMATCHED, List.of(), List.of("ben"), 0, 9_000));
    }

    @Test
    void whoWasNoCandidateThereIsOnlyHereMatchedOrNot() {
        assertThat(Change.of(WITH_BEN, null))
                .isEqualTo(change(Kind.ONLY_HERE, List.of("ben"), List.of(), 9_000, 0));
        assertThat(Change.of(ALONE, null))
                .isEqualTo(change(Kind.ONLY_HERE, List.of(), List.of(), 0, 0));
    }

    @Test
    void whoIsNoCandidateHereIsOnlyThereMatchedOrNot() {
        assertThat(Change.of(null, WITH_BEN))
                .isEqualTo(change(Kind.ONLY_THERE, List.of(), List.of("ben"), 0, 9_000));
        assertThat(Change.of(null, ALONE))
                .isEqualTo(change(Kind.ONLY_THERE, List.of(), List.of(), 0, 0));
    }

    @Test
    void whoIsNowhereCannotBeCompared() {
        assertThatThrownBy(() -> Change.of(null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Placement with(int match, int score, String... partners) {
        return new Placement("anna", match, List.of(partners), score);
    }

    private static Change change(
            Kind kind,
            List<String> partners,
            List<String> partnersThere,
            int score,
            int scoreThere) {
        return new Change("anna", kind, partners, partnersThere, score, scoreThere);
    }
}
