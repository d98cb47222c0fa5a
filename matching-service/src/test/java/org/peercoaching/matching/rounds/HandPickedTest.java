package org.peercoaching.matching.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.peercoaching.events.Member;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.matching.engine.Cohorts;
import org.peercoaching.matching.engine.Cohorts.Somebody;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Strength;
import org.peercoaching.matching.engine.Strengths;
import org.peercoaching.matching.policies.ProgramPolicy;

class HandPickedTest {

    private static final Somebody ANNA = Cohorts.person("anna");
    private static final Somebody BEN = Cohorts.person("ben");

    @ParameterizedTest
    @MethodSource("broken")
    void noHardRuleGivesWayToAManager(String code, Somebody one, Somebody other) {
        assertRefused(code, policy(Strengths.usual(), 0, false), one, other);
        assertRefused(code, policy(Strengths.usual(), 0, false), other, one);
    }

    static Stream<Arguments> broken() {
        Somebody elsewhere = BEN.in("/b/one");
        return Stream.of(
                Arguments.of("breaks-no-common-language", ANNA, elsewhere.speaking("fr")),
                Arguments.of("breaks-level-distance", ANNA, elsewhere.ofLevel(7)),
                Arguments.of("breaks-reporting-line", ANNA, elsewhere.below("boss", "anna")),
                Arguments.of("breaks-same-unit", ANNA, BEN),
                Arguments.of("breaks-kept-apart", ANNA, elsewhere.keptApartFrom("anna")),
                Arguments.of(
                        "breaks-no-common-time",
                        ANNA,
                        elsewhere.having(Cohorts.weekdays("Europe/Berlin", 13, 16))));
    }

    @Test
    void ofThreeEveryTwoAreLookedAt() {
        Somebody carla = Cohorts.person("carla").in("/c").keptApartFrom("ben");
        assertRefused(
                "breaks-kept-apart",
                policy(Strengths.usual(), 0, false),
                ANNA,
                BEN.in("/b/one"),
                carla);
    }

    @Test
    void howBadlyTwoFitIsForTheManagersToDecide() {
        Strength usual = Strength.MEDIUM;
        Strengths skills =
                new Strengths(Strength.MANDATORY, usual, usual, usual, usual, usual, usual);
        for (ProgramPolicy policy :
                List.of(policy(Strengths.usual(), 9_999, true), policy(skills, 0, true))) {
            assertThatNoException()
                    .isThrownBy(() -> HandPicked.of(entries(ANNA, BEN), basis(policy)).check());
        }
    }

    @Test
    void whoHasAsManyMatchesAsTheyMayIsNoCandidate() {
        List<Entry> full = List.of(new Entry(new Member("anna", "e", "/a"), "Europe/Berlin", null));
        assertThatThrownBy(() -> HandPicked.of(full, basis(ProgramPolicy.STANDARD)))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal().code()).isEqualTo("at-capacity"));
    }

    private static void assertRefused(String code, ProgramPolicy policy, Somebody... people) {
        assertThatThrownBy(() -> HandPicked.of(entries(people), basis(policy)).check())
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal().code()).isEqualTo(code));
    }

    private static List<Entry> entries(Somebody... people) {
        return Stream.of(people)
                .map(Somebody::candidate)
                .map(one -> new Entry(new Member(one.id(), "e", one.unit()), "Europe/Berlin", one))
                .toList();
    }

    private static ProgramPolicy policy(Strengths strengths, int minimumScore, boolean sameUnit) {
        return new ProgramPolicy(
                strengths,
                2,
                60,
                365,
                2,
                minimumScore,
                0,
                sameUnit,
                Policy.Priority.COVERAGE_FIRST,
                14);
    }

    private static Basis basis(ProgramPolicy policy) {
        return new Basis(
                0,
                policy,
                List.of("listening"),
                null,
                new Basis.Snapshot("round", 1, 2, "fingerprint", Instant.EPOCH));
    }
}
