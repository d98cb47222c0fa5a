package org.peercoaching.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.stream.Stream;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoaching.events.EnrollmentEvent;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.Operations;
import org.peercoaching.testkit.TopicWriter;

/** What each command and each event may ask of the store. */
@WholeService
class CostTest {

    private static final String API = "/api/session/v1";

    private static final Duration ONE_DAY = Duration.ofDays(1);

    private final Town town;
    private final Operations operations;
    private final StoreProbe probe;

    CostTest(Town town, Operations operations, StoreProbe probe) {
        this.town = town;
        this.operations = operations;
        this.probe = probe;
    }

    @BeforeEach
    void people() {
        town.found();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"minutes\":60"})
    void schedulingTakesTwoReadsOneWriteAndTheClaimOfItsPlace(String minutes) {
        MatchEvent.Match pair = town.pair();
        settled(pair.relationshipId());
        forget();
        String session = schedule(pair, minutes);

        assertThat(operations.ofRequests())
                .containsExactly(
                        "find relationships",
                        "update relationships",
                        "find sessions",
                        "insert sessions");
        await().untilAsserted(() -> assertThat(probe.clearings(session)).isEqualTo(1));
    }

    @Test
    void everyCommandOnASessionTakesAtMostTwoReadsAndOneWrite() {
        MatchEvent.Match pair = town.pair();
        Http anna = town.as("anna");
        String session = schedule(pair);
        String path = API + "/sessions/" + session;
        cost(
                session,
                anna,
                path + "/move",
                "{\"startsAt\":\"" + town.in(ONE_DAY.plusHours(1)) + "\"}");
        town.pass(ONE_DAY.plusHours(3));
        cost(
                session,
                anna,
                path + "/complete",
                "{\"minutes\":60,\"turns\":[{\"coach\":\"p-anna\",\"coachee\":\"p-ben\",\"minutes\":30}]}");
        cost(session, town.as("ben"), path + "/confirm", "{}");

        forget();
        Http.Answer promised =
                anna.post(
                        path + "/action-items",
                        "{\"owner\":\"p-ben\",\"text\":\"listen\",\"dueOn\":\"%s\"}"
                                .formatted(town.in(ONE_DAY).substring(0, 10)));
        assertThat(promised.status()).isEqualTo(201);
        assertThat(operations.ofRequests())
                .containsExactly("find sessions", "find sessions", "update sessions");
        String item = promised.json().path("id").asString();
        forget();
        assertThat(town.as("ben").post(path + "/action-items/" + item + "/keep", "{}").status())
                .isEqualTo(200);
        assertThat(operations.ofRequests())
                .containsExactly("find sessions", "find sessions", "update sessions");
    }

    @Test
    void soDoesCancelling() {
        String session = schedule(town.pair());
        cost(session, town.as("anna"), API + "/sessions/" + session + "/cancel", "{}");
    }

    @Test
    void soDoesSayingThatNobodyMet() {
        String session = schedule(town.pair());
        town.pass(ONE_DAY.plusHours(3));
        cost(session, town.as("anna"), API + "/sessions/" + session + "/miss", "{}");
    }

    @Test
    void endingARelationshipTakesTwoReadsAndOneWrite() {
        MatchEvent.Match pair = town.pair();
        cost(
                pair.relationshipId(),
                town.as("anna"),
                API + "/relationships/" + pair.relationshipId() + "/end",
                "{}");
    }

    @Test
    void aMatchTakesOneReadAndOneWriteForEachSeatAndForTheRelationshipAndALookAtTheProgram() {
        MatchEvent.Match pair = Town.someMatch(town.now(), "anna", "ben");
        forget();
        Town.announce(pair);
        String[] documents =
                Stream.concat(
                                Stream.of(pair.relationshipId()),
                                pair.members().stream().map(member -> member.enrollmentId()))
                        .toArray(String[]::new);
        await().untilAsserted(
                        () -> assertThat(probe.clearings(pair.relationshipId())).isEqualTo(1));
        assertThat(probe.ofReactions(documents))
                .containsExactly(
                        "READ seats",
                        "WRITE seats",
                        "READ seats",
                        "WRITE seats",
                        "READ programs",
                        "READ relationships",
                        "WRITE relationships");
    }

    @Test
    void aDeclinedMatchTakesOneReadAndOneWriteOfItsRelationship() {
        MatchEvent.Match pair = town.pair();
        settled(pair.relationshipId());
        forget();
        TopicWriter.publish(pair.matchId(), 2, new MatchEvent.MatchDeclined(pair, town.now()));
        await().untilAsserted(
                        () -> assertThat(probe.clearings(pair.relationshipId())).isEqualTo(1));
        assertThat(probe.ofReactions(pair.relationshipId()))
                .startsWith("READ relationships", "WRITE relationships");
        assertThat(probe.writes(pair.relationshipId())).isEqualTo(1);
    }

    @Test
    void anEnrollmentsEndTakesOneReadAndOneWriteForEachDocumentItChanges() {
        MatchEvent.Match pair = town.pair();
        schedule(pair);
        String session = schedule(pair);
        settled(session);
        EnrollmentEvent.Enrollment left =
                Town.ended(
                        pair.members().getFirst(),
                        town.now(),
                        EnrollmentEvent.EndReason.LEFT_ORGANIZATION);
        forget();
        TopicWriter.publish(left.enrollmentId(), 5, new EnrollmentEvent.EnrollmentWithdrawn(left));
        await().untilAsserted(() -> assertThat(probe.clearings(session)).isEqualTo(1));

        // The seat, the relationship; then, by the service's own event, a look at the relationship
        // and one at all its sessions, and the two sessions.
        String[] documents = {left.enrollmentId(), pair.relationshipId()};
        assertThat(probe.reads(documents)).as("seat, relationship, a look at it").isEqualTo(3);
        assertThat(probe.reads(session)).as("a look at all sessions, this one").isEqualTo(2);
        assertThat(probe.writes(session)).isEqualTo(1);
        assertThat(probe.writes(documents)).isEqualTo(2);
    }

    /** At most two reads and one write before the answer, and one write that clears its event. */
    private void cost(String id, Http caller, String path, String body) {
        settled(id);
        forget();
        assertThat(caller.post(path, body).status()).as(path).isEqualTo(200);
        assertThat(operations.ofRequests())
                .as(path)
                .hasSize(3)
                .areExactly(1, new Condition<>(each -> !each.startsWith("find "), "a write"));
        await().untilAsserted(() -> assertThat(probe.clearings(id)).as(path).isEqualTo(1));
    }

    private void forget() {
        operations.clear();
        probe.forget();
    }

    /** Its earlier events were published and cleared. */
    private void settled(String id) {
        await().untilAsserted(() -> assertThat(probe.clearings(id)).isPositive());
    }

    private String schedule(MatchEvent.Match match) {
        return schedule(match, ",\"minutes\":60");
    }

    private String schedule(MatchEvent.Match match, String minutes) {
        return town.as("anna")
                .post(
                        API + "/relationships/" + match.relationshipId() + "/sessions",
                        "{\"startsAt\":\"%s\"%s}".formatted(town.in(ONE_DAY), minutes))
                .json()
                .path("id")
                .asString();
    }
}
