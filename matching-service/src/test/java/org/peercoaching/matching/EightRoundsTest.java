package org.peercoaching.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.events.Topics;
import org.peercoaching.matching.people.People;
import org.peercoaching.matching.people.Person;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The same people, round after round, each time after their relationships have ended. */
@ServiceTest
class EightRoundsTest {

    private static final int ROUNDS = 8;

    /** So many that nobody need ever stay alone: in each round more than half are new to each. */
    private static final int PEOPLE = 24;

    private final Organization organization = new Organization();
    private final People people;

    @LocalServerPort int port;

    EightRoundsTest(People people) {
        this.people = people;
    }

    @Test
    void everybodyIsMatchedInEachRoundAndNoPairTwice() {
        organization.registered("boss");
        organization.program("program", "boss");
        Manager boss = new Manager(port, organization, "boss", "program");
        String[] names =
                IntStream.range(0, PEOPLE)
                        .mapToObj("person-%02d"::formatted)
                        .toArray(String[]::new);
        organization.candidates("program", names);
        Set<Set<String>> met = new HashSet<>();
        for (int number = 1; number <= ROUNDS; number++) {
            String round = boss.computed(PEOPLE);
            assertThat(boss.get(round, "/report").json().path("repeats").asInt()).isZero();
            List<Set<String>> pairs = boss.groups(round);
            assertThat(pairs).as("round %d", number).hasSize(PEOPLE / 2);
            met.addAll(pairs);
            assertThat(met).as("round %d", number).hasSize(number * PEOPLE / 2);
            boss.published(round);
            Manager.events(Topics.MATCHES, MatchEvent.class, round, PEOPLE / 2)
                    .forEach(event -> organization.relationshipEnded(event.match()));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> List.of(names).stream().allMatch(this::isFree));
        }
    }

    private boolean isFree(String name) {
        return people.find(organization.id(name)).map(Person::openMatches).orElse(0) == 0;
    }
}
