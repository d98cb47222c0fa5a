package org.peercoaching.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.events.Topics;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What earlier rounds and the policy make of the next one. */
@ServiceTest
@ExtendWith(TimeRestored.class)
class NextRoundTest {

    private final Organization organization = new Organization();
    private final BusinessClock clock;

    @LocalServerPort int port;

    NextRoundTest(BusinessClock clock) {
        this.clock = clock;
    }

    @Test
    void partnersOfAMatchThatEndedMeetAgainAfterTheWindowOfThePolicyAndNotBefore() {
        Manager boss = boss("program");
        organization.candidates("program", "anna", "ben");
        boss.act(boss.computed(2), "discard");
        boss.policy(Manager.policy("repeatDays", 90));
        String first = boss.computed(2);
        boss.published(first);
        organization.relationshipEnded(
                Manager.events(Topics.MATCHES, MatchEvent.class, first, 1).getFirst().match());

        clock.move(clock.offset().plusDays(89));
        String inside = boss.computed(2);
        assertThat(boss.get(inside, "/matches").json().path("items")).isEmpty();
        assertThat(boss.get(inside, "/unmatched").json().path("items"))
                .hasSize(2)
                .allMatch(left -> left.path("reason").asString().equals("NO_ONE_LEFT"));
        boss.act(inside, "discard");

        clock.move(clock.offset().plusDays(2));
        String after = boss.computed(2);
        assertThat(boss.groups(after)).containsExactly(Set.of("anna", "ben"));
        assertThat(boss.get(after, "/report").json().path("repeats").asInt()).isZero();
    }

    @Test
    void whomRoundsLeftOutGoesFirstAndWhoWasLeftOutMoreOftenBeforeThem() {
        Manager boss = boss("program");
        Manager control = boss("control");
        // Ben and Cora cannot be matched: she reports to him. She fits Hugo a little better.
        organization.profile("ben", null, "it", "fr");
        organization.profile("cora", "ben", "fr", "it");
        organization.profile("hugo", null, "fr", "it");
        ready("ben", "program", "control");
        boss.published(boss.computed(1));
        ready("cora", "program", "control");
        boss.published(boss.computed(2));
        ready("hugo", "program", "control");

        assertThat(control.groups(control.computed(3))).containsExactly(Set.of("cora", "hugo"));
        String round = boss.computed(3);
        assertThat(boss.groups(round)).containsExactly(Set.of("ben", "hugo"));
        boss.published(round);
        assertThat(boss.get(round, "/unmatched").json().path("items"))
                .singleElement()
                .satisfies(left ->
                        assertThat(left.path("member").path("participantId").asString())
                                .isEqualTo(organization.id("cora")));
    }

    @Test
    void eachRoundThatLeavesSomebodyOutAddsAsMuchUntilItOutweighsWhatTheyHaveLess() {
        // She and Hugo are what the other needs: 6,500 points that Ben has not, nearly. She and Ben
        // do not understand each other.
        organization.profile("ben", null, "it");
        organization.skilled("cora", "strategy", "feedback", "fr");
        organization.skilled("hugo", "feedback", "strategy", "it", "fr");
        Manager three = boss("three");
        Manager four = boss("four");
        ready("ben", "three", "four");
        for (int round = 0; round < 3; round++) {
            three.published(three.computed(1));
            four.published(four.computed(1));
        }
        four.published(four.computed(1));
        ready("cora", "three", "four");
        ready("hugo", "three", "four");

        assertThat(three.groups(three.computed(3))).containsExactly(Set.of("cora", "hugo"));
        assertThat(four.groups(four.computed(3))).containsExactly(Set.of("ben", "hugo"));
    }

    @Test
    void scoreFirstLeavesPeopleOutForTheSakeOfABetterPairAndCoverageFirstDoesNot() {
        Manager boss = boss("program");
        // Ben and Cora are what the other needs; Anna can only meet Ben, and Dan only Cora.
        organization.skilled("ben", "strategy", "feedback", "fr", "en");
        organization.skilled("cora", "feedback", "strategy", "en", "de");
        organization.skilled("anna", "hiring", "writing", "fr");
        organization.skilled("dan", "hiring", "writing", "de");
        for (String name : List.of("anna", "ben", "cora", "dan")) {
            ready(name, "program");
        }
        String covering = boss.computed(4);
        assertThat(boss.groups(covering))
                .containsExactlyInAnyOrder(Set.of("anna", "ben"), Set.of("cora", "dan"));
        boss.act(covering, "discard");

        boss.policy(Manager.policy("repeatDays", 365).replace("COVERAGE_FIRST", "SCORE_FIRST"));
        String scoring = boss.computed(4);
        assertThat(boss.groups(scoring)).containsExactly(Set.of("ben", "cora"));
        JsonNode unmatched = boss.get(scoring, "/unmatched").json().path("items");
        assertThat(unmatched)
                .hasSize(2)
                .allMatch(left -> left.path("reason").asString().equals("NO_ONE_LEFT"));
        assertThat(boss.get(scoring, "").json().path("result").path("gap").asInt()).isZero();
    }

    private Manager boss(String program) {
        organization.registered("boss");
        organization.program(program, "boss");
        return new Manager(port, organization, "boss", program);
    }

    private void ready(String name, String... programs) {
        organization.registered(name);
        for (String program : programs) {
            organization.ready(name, program);
        }
    }
}
