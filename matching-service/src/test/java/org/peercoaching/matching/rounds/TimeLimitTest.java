package org.peercoaching.matching.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peercoaching.matching.Manager;
import org.peercoaching.matching.Organization;
import org.peercoaching.matching.people.People;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** A computation that its time limit stops, and what comes out when it is run again. */
@ServiceTest
@Import(TouchyMatcher.Installed.class)
class TimeLimitTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** More pairs than the engine looks at before it asks whether to go on. */
    private static final int PEOPLE = 1_500;

    private final Organization organization = new Organization();
    private final TouchyMatcher matcher;
    private final People people;

    @LocalServerPort int port;

    TimeLimitTest(TouchyMatcher matcher, People people) {
        this.matcher = matcher;
        this.people = people;
    }

    @Test
    void whatTheLimitLeftIsFoundAgainByTheWorkThatWasDoneHoweverLongItTakes() {
        organization.registered("boss");
        organization.program("program", "boss");
        organization.crowd("program", PEOPLE);
        List<String> candidates =
                await().atMost(PATIENCE)
                        .until(
                                this::candidates,
                                ids ->
                                        ids.size() == PEOPLE
                                                && people.profiles(ids).size() == PEOPLE);
        Manager boss = new Manager(port, organization, "boss", "program");
        boss.act(boss.computed(PEOPLE), "discard");

        // The limit is over before the engine looks at anybody.
        String somebody = candidates.getFirst();
        matcher.watched(somebody, control -> await().atMost(PATIENCE).until(() -> !control.goOn()));
        String round = boss.started("{\"seed\":1,\"seconds\":1}");
        JsonNode stopped = boss.in("COMPUTED", round);
        assertThat(stopped.path("complete").asBoolean(true)).isFalse();
        assertThat(stopped.path("result").path("matched").asInt()).isPositive();
        assertThat(stopped.path("result").path("gap").asLong()).isPositive();

        matcher.on(somebody, () -> {});
        String id = boss.act(round, "rerun").json().path("id").asString();
        JsonNode again = boss.in("COMPUTED", id);
        assertThat(again.path("again").path("same").asBoolean()).isTrue();
        assertThat(again.path("complete").asBoolean(true)).isFalse();
        assertThat(again.path("work")).isEqualTo(stopped.path("work"));
        assertThat(again.path("result")).isEqualTo(stopped.path("result"));
    }

    private List<String> candidates() {
        List<String> ids = new ArrayList<>();
        people.forEachCandidate(
                organization.id("program"), person -> ids.add(person.participantId()));
        return ids;
    }
}
