package org.peercoaching.matching.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.Member;
import org.peercoaching.events.ProgramEvent.CircleSize;
import org.peercoaching.events.UnmatchedEvent.Reason;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.matching.matches.Match;
import org.peercoaching.matching.matches.Outcomes;
import org.peercoaching.matching.matches.Proposal;
import org.peercoaching.matching.people.People;
import org.peercoaching.matching.people.Person;
import org.peercoaching.matching.policies.ProgramPolicy;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.context.annotation.Import;

/** What happens between the computation of a round and the end of its publication. */
@ServiceTest
@Import(Rehearsal.class)
class LatePublicationTest {

    private final Rehearsal rehearsal;
    private final Outcomes outcomes;
    private final Proposed proposed;
    private final People people;
    private final AggregateStore<Match> matches;

    LatePublicationTest(
            Rehearsal rehearsal,
            Outcomes outcomes,
            Proposed proposed,
            People people,
            AggregateStore<Match> matches) {
        this.rehearsal = rehearsal;
        this.outcomes = outcomes;
        this.proposed = proposed;
        this.people = people;
        this.matches = matches;
    }

    @Test
    void whoseManagerTheirPartnerBecameMeanwhileIsUnmatchedForThatReason() {
        String round = computed("anna", "ben");
        rehearsal.profile(round, "anna", "en", "zoe", 2);
        rehearsal.profile(round, "zoe", "en", "ben", 1);
        publish(round);
        assertThat(reasons(round))
                .isEqualTo(
                        Map.of(
                                id(round, "anna"), Reason.REPORTING_LINE,
                                id(round, "ben"), Reason.REPORTING_LINE));
        outcomes.forEachMatch(round, match -> fail("Announced although it was forbidden"));
        assertThat(waits(round, "anna")).isTrue();
    }

    @Test
    void whoBecamePartnersElsewhereMeanwhileDoNotMeetAgainAndTheThirdHasNobodyLeft() {
        String round = computed("anna", "ben", "carla");
        tie(round, "anna", "ben");
        publish(round);
        assertThat(reasons(round))
                .isEqualTo(
                        Map.of(
                                id(round, "anna"), Reason.NO_ONE_LEFT,
                                id(round, "ben"), Reason.NO_ONE_LEFT,
                                id(round, "carla"), Reason.NO_ONE_LEFT));
    }

    @Test
    void aCircleGoesOnWithoutSomebodyWhoIsGoneAsLongAsItIsLargeEnough() {
        String round = circleOfFive();
        Proposal five = proposal(round);
        rehearsal.withdraws(round, id(round, "carla"));
        publish(round);

        Match four = announced(round).getFirst();
        assertThat(four.circle()).isTrue();
        assertThat(four.members())
                .extracting(Member::participantId)
                .containsExactly(
                        id(round, "anna"), id(round, "ben"), id(round, "dora"), id(round, "emil"));
        assertThat(four.fit().score()).isEqualTo(sumOfPairsWithout(five, "carla", round) / 3);
        assertThat(four.fit().terms().sum()).isEqualTo(four.fit().score());
        assertThat(reasons(round)).isEmpty();
        assertThat(((Stage.Published) rehearsal.round(round).stage()).result().circles())
                .isEqualTo(1);
    }

    @Test
    void ofACircleThatIsLeftWithTooFewEverybodyIsUnmatched() {
        String round = circleOfFive();
        rehearsal.withdraws(round, id(round, "carla"));
        rehearsal.withdraws(round, id(round, "emil"));
        publish(round);
        assertThat(announced(round)).isEmpty();
        assertThat(reasons(round))
                .isEqualTo(
                        Map.of(
                                id(round, "anna"), Reason.NO_ONE_LEFT,
                                id(round, "ben"), Reason.NO_ONE_LEFT,
                                id(round, "dora"), Reason.NO_ONE_LEFT));
    }

    @Test
    void ofACircleThatFitsWorseThanThePolicyAsksWithoutSomebodyEverybodyIsUnmatched() {
        String round = circleOfFive();
        Proposal five = proposal(round);
        rehearsal.withdraws(round, id(round, "carla"));
        int pairs = 6;
        int mean = sumOfPairsWithout(five, "carla", round) / pairs;
        announce(five, round, mean + 1);
        assertThat(announced(round)).isEmpty();
        assertThat(reasons(round)).hasSize(4).containsValue(Reason.NO_ONE_LEFT);

        String good = circleOfFive();
        Proposal others = proposal(good);
        rehearsal.withdraws(good, id(good, "carla"));
        announce(others, good, mean);
        assertThat(announced(good)).hasSize(1);
    }

    /** Anna, Ben, Carla, Dora and Emil. */
    private String circleOfFive() {
        String round = rehearsal.startedForCircles();
        wait(round, "anna", "ben", "carla", "dora", "emil");
        Result result = rehearsal.computed(round).result();
        assertThat(result.circles()).isEqualTo(1);
        assertThat(result.matched()).isEqualTo(5);
        return round;
    }

    private void announce(Proposal proposal, String round, int minimumScore) {
        outcomes.announce(
                List.of(proposal),
                new Outcomes.Publication(
                        round,
                        round,
                        14,
                        4,
                        Rehearsal.NOW,
                        Rehearsal.policy(minimumScore, ProgramPolicy.STANDARD.leastMatched()),
                        new CircleSize(4, 5)));
    }

    private List<Match> announced(String round) {
        List<Match> all = new ArrayList<>();
        outcomes.forEachMatch(round, all::add);
        return all;
    }

    private static int sumOfPairsWithout(Proposal circle, String gone, String round) {
        return circle.pairs().stream()
                .filter(pair -> !pair.members().contains(id(round, gone)))
                .mapToInt(pair -> pair.fit().score())
                .sum();
    }

    @Test
    void aDroppedMatchLetsGoAlsoOfThoseWhomAnotherProcessMadeItHold() {
        String round = computed("anna", "ben");
        Proposal pair = proposal(round);
        rehearsal.withdraws(round, id(round, "ben"));
        publish(round);
        assertThat(matches.find(pair.matchId()).orElseThrow().state().dropped()).isTrue();

        // Another process had looked at this chunk, too, and goes on now.
        rehearsal.waitsUnknown(round, "ben");
        people.join(pair.matchId(), round, pair.members(), Instant.now(), 2);
        assertThat(waits(round, "ben")).isFalse();
        outcomes.announce(
                List.of(pair),
                new Outcomes.Publication(
                        round, round, 14, 1, Instant.now(), ProgramPolicy.STANDARD, null));
        assertThat(waits(round, "ben")).isTrue();
        assertThat(waits(round, "anna")).isTrue();
    }

    @Test
    void whoLostTheLeaseOfARoundWritesNoProgress() {
        String round = computed("anna", "ben");
        rehearsal.toPublish(round);
        Round state = rehearsal.round(round);
        rehearsal.publication.publish(state, (Stage.Publishing) state.stage(), () -> false);
        assertThat(((Stage.Publishing) rehearsal.round(round).stage()).done()).isZero();

        rehearsal.publish(round);
        assertThat(((Stage.Published) rehearsal.round(round).stage()).result().matched())
                .isEqualTo(2);
    }

    @Test
    void whatARoundProposedIsThrownAwayWhenItIsPublished() {
        String round = computed("anna", "ben");
        assertThat(chunks(round)).isEqualTo(1);
        publish(round);
        assertThat(chunks(round)).isZero();
    }

    private long chunks(String round) {
        return rehearsal
                .database
                .getCollection("proposed-matches")
                .countDocuments(new Document("roundId", round));
    }

    private String computed(String... names) {
        String round = rehearsal.started();
        wait(round, names);
        assertThat(rehearsal.computed(round).result().matched()).isEqualTo(names.length);
        return round;
    }

    private void wait(String round, String... names) {
        for (String name : names) {
            rehearsal.waits(round, name, "en");
        }
    }

    private void publish(String round) {
        rehearsal.toPublish(round);
        rehearsal.publish(round);
    }

    private Proposal proposal(String round) {
        return proposed.matches().read(round, 1, 0, 1).getFirst();
    }

    /** They were partners in another program, and are not any more. */
    private void tie(String round, String one, String other) {
        rehearsal
                .people
                .handle(
                        id(round, one),
                        Trigger.internal(),
                        known ->
                                Decision.accepted(
                                        known.orElseThrow()
                                                .tied(
                                                        "elsewhere",
                                                        new Person.Tie(
                                                                "other",
                                                                List.of(id(round, other)),
                                                                Rehearsal.NOW,
                                                                Rehearsal.NOW))))
                .orThrow();
    }

    private boolean waits(String round, String name) {
        return people.find(id(round, name)).orElseThrow().isCandidateIn(round);
    }

    private Map<String, Reason> reasons(String round) {
        Map<String, Reason> reasons = new HashMap<>();
        outcomes.forEachUnmatched(
                round, outcome -> reasons.put(outcome.member().participantId(), outcome.reason()));
        return reasons;
    }

    private static String id(String round, String name) {
        return Rehearsal.id(round, name);
    }
}
