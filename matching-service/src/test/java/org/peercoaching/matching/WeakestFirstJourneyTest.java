package org.peercoaching.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A program that wants its weakest match to be as good as can be. */
@ServiceTest
class WeakestFirstJourneyTest {

    private final Organization organization = new Organization();

    @LocalServerPort int port;

    @Test
    void theWeakestMatchIsRaisedWithoutLeavingMorePeopleOutAndStaysSoInReview() {
        organization.registered("boss");
        organization.program("program", "boss");
        Manager boss = new Manager(port, organization, "boss", "program");
        organization.crowd("program", 40);
        String usual = boss.computed(40);
        JsonNode before = boss.get(usual, "").json();
        assertThat(before.path("threshold").isMissingNode() || before.path("threshold").isNull())
                .isTrue();
        boss.act(usual, "discard");

        boss.policy(Manager.policy("minimumScore", 0).replace("COVERAGE_FIRST", "WEAKEST_FIRST"));
        String round = boss.computed(40);
        JsonNode fair = boss.get(round, "").json();
        assertThat(fair.path("result").path("matched"))
                .isEqualTo(before.path("result").path("matched"));
        assertThat(fair.path("result").path("gap").asInt()).isZero();
        int threshold = fair.path("threshold").asInt();
        assertThat(threshold).isGreaterThanOrEqualTo(before.path("result").path("weakest").asInt());
        assertThat(fair.path("result").path("weakest").asInt()).isGreaterThanOrEqualTo(threshold);

        JsonNode match = boss.get(round, "/matches").json().path("items").path(0);
        assertThat(match.path("score").asInt()).isGreaterThanOrEqualTo(threshold);
        String again = boss.act(round, "rerun").json().path("id").asString();
        JsonNode same = boss.in("COMPUTED", again);
        assertThat(same.path("again").path("same").asBoolean()).isTrue();
        assertThat(same.path("threshold").asInt()).isEqualTo(threshold);
        boss.published(round);
    }
}
