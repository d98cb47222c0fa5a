package org.peercoaching.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoaching.feedback.Cast.circle;
import static org.peercoaching.feedback.Cast.member;
import static org.peercoaching.feedback.Scene.about;
import static org.peercoaching.feedback.Scene.answer;
import static org.peercoaching.feedback.Scene.answers;
import static org.peercoaching.feedback.Scene.exchange;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.Member;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Tries to learn in a circle who told what. */
@ServiceTest
class CircleFeedbackTest {

    @LocalServerPort int port;

    private final BusinessClock clock;
    private final Map<String, Http> people = new LinkedHashMap<>();

    private Scene scene;

    CircleFeedbackTest(BusinessClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void fourPeopleAreKnown() {
        scene = new Scene(port, clock);
        for (String name : List.of("anna", "ben", "cleo", "dora")) {
            String id = name + "-" + Ids.random();
            people.put(id, scene.person(id, "participant"));
        }
    }

    @Test
    void whatThreeToldComesTogetherWithoutNames() {
        List<String> circle = List.copyOf(people.keySet());
        String id = asked(circle);
        String last = circle.getLast();
        for (String giver : circle.subList(0, 3)) {
            tell(id, giver, circle);
            assertNothingIsRevealed(id, circle);
        }
        tell(id, last, circle);

        for (String reader : circle) {
            JsonNode seen = see(id, reader);
            assertThat(seen.path("received")).isEmpty();
            assertThat(seen.at("/together/givers").asInt()).isEqualTo(3);
            assertThat(seen.at("/together/support").asDouble()).isEqualTo(5);
            assertThat(seen.at("/together/words").valueStream().map(JsonNode::asString))
                    .containsExactlyInAnyOrderElementsOf(
                            othersThan(reader, circle).map(giver -> words(giver, reader)).toList());
            assertThat(seen.path("together")).isEqualTo(see(id, reader).path("together"));
        }
    }

    @Test
    void whereOnlyTwoToldSomebodyNothingIsRevealedToThem() {
        List<String> circle = List.copyOf(people.keySet());
        String id = asked(circle);
        circle.subList(0, 3).forEach(giver -> tell(id, giver, circle));
        scene.timePasses(Duration.ofDays(7));

        circle.subList(0, 3)
                .forEach(reader -> {
                    assertThat(see(id, reader).has("revealedAt")).isTrue();
                    assertThat(see(id, reader).has("together")).isFalse();
                    assertThat(see(id, reader).path("received")).isEmpty();
                });
        assertThat(see(id, circle.getLast()).at("/together/givers").asInt()).isEqualTo(3);
    }

    @Test
    void whereThreeMetNothingIsEverRevealed() {
        List<String> circle = List.copyOf(people.keySet()).subList(0, 3);
        String id = asked(circle);
        circle.forEach(giver -> tell(id, giver, circle));
        assertThat(see(id, circle.getFirst()).has("revealedAt")).isTrue();
        circle.forEach(reader -> {
            assertThat(see(id, reader).has("together")).isFalse();
            assertThat(see(id, reader).path("received")).isEmpty();
        });
    }

    @Test
    void whoIsAskedKnowsThatACircleWillNotLearnTheirName() {
        List<String> circle = List.copyOf(people.keySet());
        asked(circle);
        JsonNode request = person(circle.getFirst()).get(Scene.API + "/me/requests").json();
        assertThat(request.at("/items/0/circle").asBoolean()).isTrue();
        assertThat(request.at("/items/0/about")).hasSize(3);
    }

    private String asked(List<String> circle) {
        return scene.exchangeOf(
                circle(
                        Ids.random(),
                        "program-of-circles",
                        circle.stream()
                                .map(person -> member(person, "/engineering"))
                                .toArray(Member[]::new)));
    }

    private void tell(String id, String giver, List<String> circle) {
        Http.Answer told =
                person(giver)
                        .post(
                                answers(id),
                                answer(
                                        othersThan(giver, circle)
                                                .map(to -> about(to, words(giver, to)))
                                                .toArray(String[]::new)));
        assertThat(told.status()).as(told.body()).isEqualTo(201);
    }

    private void assertNothingIsRevealed(String id, List<String> circle) {
        for (String reader : circle) {
            JsonNode seen = see(id, reader);
            assertThat(seen.has("together")).isFalse();
            assertThat(seen.path("received")).isEmpty();
        }
    }

    private JsonNode see(String id, String reader) {
        return person(reader).get(exchange(id)).json();
    }

    private Http person(String id) {
        return people.getOrDefault(id, new Http(port, ""));
    }

    private static Stream<String> othersThan(String person, List<String> circle) {
        return circle.stream().filter(other -> !other.equals(person));
    }

    private static String words(String giver, String receiver) {
        return "from-%s-to-%s".formatted(giver, receiver);
    }
}
