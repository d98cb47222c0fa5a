package org.peercoaching.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A program that wants its weakest match to be as good as can be. */
@ServiceTest
class WeakestFirstJourneyTest {

    private static final int PEOPLE = 100;

    private final Organization organization = new Organization();

    @LocalServerPort int port;

    @Test
    void theWeakestMatchIsRaisedAsFarAsItGoesWithoutLeavingMorePeopleOutAndStaysSoInReview() {
        organization.registered("boss");
        organization.program("program", "boss");
        Manager boss = new Manager(port, organization, "boss", "program");
        organization.crowd("program", PEOPLE);
        String usual = boss.computed(PEOPLE);
        JsonNode before = boss.get(usual, "").json();
        assertThat(before.path("threshold").isMissingNode() || before.path("threshold").isNull())
                .isTrue();
        boss.act(usual, "discard");

        boss.policy(Manager.policy("minimumScore", 0).replace("COVERAGE_FIRST", "WEAKEST_FIRST"));
        String round = boss.computed(PEOPLE);
        JsonNode fair = boss.get(round, "").json();
        int threshold = threshold(boss, round);
        assertThat(matched(fair)).isEqualTo(matched(before));
        assertThat(fair.path("result").path("gap").asInt()).isZero();
        assertThat(threshold)
                .isEqualTo(fair.path("result").path("weakest").asInt())
                .isGreaterThan(before.path("result").path("weakest").asInt());

        Set<String> weakest = weakest(boss, round);
        boss.chosen(round, "forbid", weakest.toArray(String[]::new));
        assertThat(boss.groups(round)).doesNotContain(weakest);
        int changed = threshold(boss, round);
        // With one pair fewer to choose from, nobody can do better.
        assertThat(changed).isLessThanOrEqualTo(threshold).isPositive();
        assertThat(matched(boss.get(round, "").json())).isEqualTo(matched(before));
        JsonNode same = boss.in("COMPUTED", boss.act(round, "rerun").json().path("id").asString());
        assertThat(same.path("again").path("same").asBoolean()).isTrue();
        assertThat(same.path("threshold").asInt()).isEqualTo(changed);

        // Whoever asks all pairs for one point more leaves people out.
        assertThat(matchedAsking(boss, threshold)).isEqualTo(matched(before));
        assertThat(matchedAsking(boss, threshold + 1)).isLessThan(matched(before));
        boss.published(round);
    }

    private static int matchedAsking(Manager boss, int score) {
        boss.policy(Manager.policy("minimumScore", score));
        return matched(boss.in("COMPUTED", boss.started("{\"seed\":1,\"dryRun\":true}")));
    }

    private static int matched(JsonNode round) {
        return round.path("result").path("matched").asInt();
    }

    /** The least score that was asked of all pairs, which they have. */
    private static int threshold(Manager boss, String round) {
        JsonNode json = boss.get(round, "").json();
        int threshold = json.path("threshold").asInt();
        assertThat(json.path("result").path("weakest").asInt()).isGreaterThanOrEqualTo(threshold);
        assertThat(scores(boss, round)).allMatch(score -> score >= threshold);
        return threshold;
    }

    private static Set<String> weakest(Manager boss, String round) {
        int score = boss.get(round, "").json().path("result").path("weakest").asInt();
        return boss.groups(round).get(scores(boss, round).indexOf(score));
    }

    private static List<Integer> scores(Manager boss, String round) {
        return boss.all(round, "/matches").stream()
                .map(match -> match.path("score").asInt())
                .toList();
    }
}
