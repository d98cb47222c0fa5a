package org.peercoaching.local;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.peercoaching.events.GoalEvent;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.local.demonstration.client.Api;
import org.peercoaching.local.demonstration.client.Request;
import org.peercoaching.local.demonstration.people.People;
import org.peercoaching.local.demonstration.people.Person;
import org.peercoaching.local.demonstration.plan.Scenario;
import org.peercoaching.local.endtoend.RawTopics;
import org.peercoaching.local.issuer.Tokens;
import org.peercoaching.testkit.Http;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody of the small demonstration does with goals.
 *
 * @param token of the person
 * @param enrollment in which the goals are set; it goes on
 */
record Goals(Up up, String token, String enrollment) {

    private static final String API = "/api/";
    private static final String PARTICIPANT = "participant/v1/";
    private static final JsonMapper JSON = new JsonMapper();

    /** The goals of one of those who are enrolled. */
    static Goals ofAnybody(Up up, Tokens tokens) {
        return People.ofTheDemonstration().in(Scenario.small().units()).all().stream()
                .map(Person::login)
                .map(tokens::person)
                .flatMap(token ->
                        enrollment(up.client(token)).map(id -> new Goals(up, token, id)).stream())
                .findFirst()
                .orElseThrow();
    }

    private static Optional<String> enrollment(Http person) {
        Http.Answer mine = person.get(API + PARTICIPANT + "me/enrollments");
        return mine.json()
                .path("items")
                .valueStream()
                .filter(each -> !each.hasNonNull("endedAt"))
                .map(each -> each.path("enrollmentId").asString())
                .findFirst();
    }

    /** Sets one, and says its id. */
    String set() {
        Http.Answer set =
                up.client(token).post(API + path(), JSON.writeValueAsString(description()));
        assertThat(set.status()).as(set.body()).isEqualTo(201);
        return set.json().path("goalId").asString();
    }

    /** Sets one as the loader does, who sends it with its key until it is answered. */
    String set(Api loader, String key) throws InterruptedException {
        return loader.send(() -> token, Request.post(path(), description(), key))
                .path("goalId")
                .asString();
    }

    /** Says how far one is. */
    Http.Answer progress(String goal, int percent) {
        return up.client(token)
                .put(
                        API + PARTICIPANT + "goals/" + goal + "/progress",
                        "{\"percent\":%d,\"stepsDone\":[]}".formatted(percent));
    }

    /** The ids of those that were announced. */
    Set<String> announced() {
        return goals(new RawTopics(up.broker()).events().stream())
                .filter(goal -> goal.enrollmentId().equals(enrollment))
                .map(GoalEvent.Goal::goalId)
                .collect(toSet());
    }

    /** How far one is by its last event. */
    int announcedProgress(String goal) {
        return goals(
                        new RawTopics(up.broker())
                                .events().stream()
                                        .filter(event -> event.aggregateId().equals(goal))
                                        .sorted(
                                                Comparator.comparing(PublishedEvent::sequence)
                                                        .reversed()))
                .map(GoalEvent.Goal::progress)
                .findFirst()
                .orElse(0);
    }

    private static Stream<GoalEvent.Goal> goals(Stream<PublishedEvent> events) {
        return events.map(PublishedEvent::event)
                .filter(GoalEvent.class::isInstance)
                .map(event -> ((GoalEvent) event).goal());
    }

    private String path() {
        return PARTICIPANT + "enrollments/" + enrollment + "/goals";
    }

    private static Map<String, Object> description() {
        return Map.of(
                "title",
                "Listen to the end",
                "measure",
                "Nobody is interrupted",
                "skill",
                "active-listening",
                "dueOn",
                LocalDate.now().plusMonths(1).toString(),
                "steps",
                List.of());
    }
}
