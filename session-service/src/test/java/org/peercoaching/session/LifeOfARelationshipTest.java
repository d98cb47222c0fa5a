package org.peercoaching.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.CoachingEvent;
import org.peercoaching.events.EnrollmentEvent;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.RelationshipEvent;
import org.peercoaching.events.SessionEvent;
import org.peercoaching.events.Topics;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.TopicReader;
import org.peercoaching.testkit.TopicWriter;
import tools.jackson.databind.JsonNode;

@WholeService
class LifeOfARelationshipTest {

    private static final String API = "/api/session/v1";

    private final Town town;

    LifeOfARelationshipTest(Town town) {
        this.town = town;
    }

    @BeforeEach
    void people() {
        town.found();
    }

    @Test
    void aPairMeetsIsReportedAndConfirmedAndEveryStepIsAnnounced() {
        MatchEvent.Match pair = town.pair();
        Http anna = town.as("anna");
        Http ben = town.as("ben");

        Http.Answer scheduled = schedule(anna, pair, Duration.ofDays(3));
        assertThat(scheduled.status()).isEqualTo(201);
        String session = API + "/sessions/" + scheduled.json().path("id").asString();
        assertThat(scheduled.response().headers().firstValue("Location")).hasValue(session);

        assertThat(
                        ben.post(
                                        session + "/move",
                                        "{\"startsAt\":\"%s\"}"
                                                .formatted(town.in(Duration.ofDays(4))))
                                .json()
                                .path("status")
                                .asString())
                .isEqualTo("SCHEDULED");
        String turns =
                "{\"minutes\":60,\"turns\":[%s,%s]}"
                        .formatted(turn("anna", "ben", 30), turn("ben", "anna", 25));
        assertThat(anna.post(session + "/complete", turns).code()).isEqualTo("session-not-over");

        town.pass(Duration.ofDays(4).plusHours(1));
        JsonNode reported = anna.post(session + "/complete", turns).json();
        assertThat(reported.path("status").asString()).isEqualTo("REPORTED");
        assertThat(anna.post(session + "/confirm", "{}").code()).isEqualTo("own-report");
        JsonNode confirmed = ben.post(session + "/confirm", "{}").json();
        assertThat(confirmed.path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(confirmed.path("attendance"))
                .extracting(
                        seat -> seat.path("participantId").asString(),
                        seat -> seat.path("coachMinutes").asInt(),
                        seat -> seat.path("coacheeMinutes").asInt())
                .containsExactly(tuple(Town.id("anna"), 30, 25), tuple(Town.id("ben"), 25, 30));

        String id = confirmed.path("id").asString();
        await().untilAsserted(() ->
                assertThat(events(Topics.SESSIONS.name(), id))
                        .extracting(Object::getClass)
                        .containsExactly(
                                SessionEvent.SessionScheduled.class,
                                SessionEvent.SessionMoved.class,
                                SessionEvent.SessionCompleted.class,
                                SessionEvent.SessionConfirmed.class));
        SessionEvent last = (SessionEvent) events(Topics.SESSIONS.name(), id).getLast();
        assertThat(last.session().relationshipId()).isEqualTo(pair.relationshipId());
        assertThat(last.session().cadenceDays()).isEqualTo(14);
        assertThat(last.session().attendance())
                .extracting(SessionEvent.Attendance::member)
                .isEqualTo(pair.members());
    }

    @Test
    void aMembersLeavingEndsTheRelationshipAndCallsOffWhatIsToCome() {
        MatchEvent.Match pair = town.pair();
        Http anna = town.as("anna");
        String next = schedule(anna, pair, Duration.ofDays(2)).json().path("id").asString();
        String later = schedule(anna, pair, Duration.ofDays(9)).json().path("id").asString();

        EnrollmentEvent.Enrollment left =
                Town.ended(
                        pair.members().getLast(),
                        town.now(),
                        EnrollmentEvent.EndReason.LEFT_ORGANIZATION);
        TopicWriter.publish(left.enrollmentId(), 5, new EnrollmentEvent.EnrollmentWithdrawn(left));

        for (String id : List.of(next, later)) {
            await().untilAsserted(() ->
                    assertThat(status(anna, "/sessions/" + id)).isEqualTo("CANCELLED"));
        }
        JsonNode ended = anna.get(API + "/relationships/" + pair.relationshipId()).json();
        assertThat(ended.path("status").asString()).isEqualTo("ENDED");
        assertThat(ended.path("endReason").asString()).isEqualTo("MEMBER_LEFT_ORGANIZATION");
        assertThat(schedule(anna, pair, Duration.ofDays(3)).code()).isEqualTo("relationship-ended");
        await().untilAsserted(() ->
                assertThat(events(Topics.RELATIONSHIPS.name(), pair.relationshipId()))
                        .extracting(Object::getClass)
                        .containsExactly(
                                RelationshipEvent.RelationshipStarted.class,
                                RelationshipEvent.RelationshipEnded.class));
    }

    @Test
    void aDeclinedMatchEndsTheRelationshipAndCallsOffWhatIsToCome() {
        MatchEvent.Match pair = town.pair();
        Http anna = town.as("anna");
        String next = schedule(anna, pair, Duration.ofDays(2)).json().path("id").asString();
        TopicWriter.publish(
                pair.matchId(),
                2,
                new MatchEvent.MatchDeclined(pair, town.now().truncatedTo(ChronoUnit.MILLIS)));

        await().untilAsserted(
                        () -> assertThat(status(anna, "/sessions/" + next)).isEqualTo("CANCELLED"));
        JsonNode ended = town.as("ben").get(API + "/relationships/" + pair.relationshipId()).json();
        assertThat(ended.path("status").asString()).isEqualTo("ENDED");
        assertThat(ended.path("endReason").asString()).isEqualTo("DECLINED");
    }

    @Test
    void aMatchHeardAfterAMembersEndStartsAndEndsAtOnce() {
        MatchEvent.Match pair = Town.someMatch(town.now(), "anna", "ben");
        EnrollmentEvent.Enrollment withdrawn =
                Town.ended(
                        pair.members().getFirst(),
                        town.now().plusSeconds(60),
                        EnrollmentEvent.EndReason.WITHDREW);
        TopicWriter.publish(
                withdrawn.enrollmentId(), 5, new EnrollmentEvent.EnrollmentWithdrawn(withdrawn));
        Town.announce(pair);

        await().untilAsserted(() ->
                assertThat(events(Topics.RELATIONSHIPS.name(), pair.relationshipId()))
                        .hasExactlyElementsOfTypes(
                                RelationshipEvent.RelationshipStarted.class,
                                RelationshipEvent.RelationshipEnded.class));
        JsonNode ended = town.as("ben").get(API + "/relationships/" + pair.relationshipId()).json();
        assertThat(ended.path("endReason").asString()).isEqualTo("MEMBER_WITHDREW");
        assertThat(ended.path("endedAt").asString()).isEqualTo(withdrawn.endedAt().toString());
    }

    @Test
    void aMemberEndsItAndWhatWasHeldBeforeCanStillBeReported() {
        MatchEvent.Match pair = town.pair();
        Http anna = town.as("anna");
        String held = schedule(anna, pair, Duration.ofHours(1)).json().path("id").asString();
        String toCome = schedule(anna, pair, Duration.ofDays(8)).json().path("id").asString();
        town.pass(Duration.ofHours(3));

        String end = API + "/relationships/" + pair.relationshipId() + "/end";
        assertThat(town.as("ben").post(end, "{}").json().path("endReason").asString())
                .isEqualTo("MEMBER_ENDED_IT");
        assertThat(anna.post(end, "{}").code()).isEqualTo("relationship-ended");

        await().untilAsserted(() ->
                assertThat(status(anna, "/sessions/" + toCome)).isEqualTo("CANCELLED"));
        assertThat(status(anna, "/sessions/" + held)).isEqualTo("SCHEDULED");
        assertThat(
                        anna.post(
                                        API + "/sessions/" + held + "/complete",
                                        "{\"minutes\":40,\"turns\":[%s]}"
                                                .formatted(turn("ben", "anna", 40)))
                                .json()
                                .path("status")
                                .asString())
                .isEqualTo("REPORTED");
    }

    @Test
    void aTriosObserverHasNoMinutesAndTwoConfirmations() {
        MatchEvent.Match trio = town.match("anna", "ben", "cleo");
        Http anna = town.as("anna");
        String id = schedule(anna, trio, Duration.ofHours(1)).json().path("id").asString();
        town.pass(Duration.ofHours(3));
        String session = API + "/sessions/" + id;
        anna.post(
                session + "/complete",
                "{\"minutes\":60,\"turns\":[%s]}".formatted(turn("anna", "ben", 45)));
        town.as("cleo").post(session + "/confirm", "{}");
        JsonNode all = town.as("ben").post(session + "/confirm", "{}").json();

        assertThat(all.path("status").asString()).isEqualTo("CONFIRMED");
        JsonNode observer = all.path("attendance").get(2);
        assertThat(observer.path("participantId").asString()).isEqualTo(Town.id("cleo"));
        assertThat(observer.path("attended").asBoolean()).isTrue();
        assertThat(observer.path("coachMinutes").asInt()).isZero();
        assertThat(observer.path("coacheeMinutes").asInt()).isZero();
        assertThat(all.path("attendance")).allMatch(seat -> seat.path("confirmed").asBoolean());
    }

    @Test
    void inACircleEveryoneElseCoachesAndTheMinutesAreShared() {
        MatchEvent.Match circle = town.match("anna", "ben", "cleo", "dora");
        Http anna = town.as("anna");
        JsonNode relationship = anna.get(API + "/relationships/" + circle.relationshipId()).json();
        assertThat(relationship.path("circle").asBoolean()).isTrue();
        String id = schedule(anna, circle, Duration.ofHours(1)).json().path("id").asString();
        town.pass(Duration.ofHours(3));
        String turns =
                Stream.of("anna", "ben", "cleo")
                        .map(who -> "{\"coachee\":\"%s\",\"minutes\":20}".formatted(Town.id(who)))
                        .collect(Collectors.joining(","));
        String report = "{\"minutes\":60,\"turns\":[%s],\"absent\":[%s]}";
        String session = API + "/sessions/" + id;
        assertThat(
                        anna.post(
                                        session + "/complete",
                                        report.formatted(turns, "\"p-cleo\",\"p-dora\""))
                                .code())
                .isEqualTo("too-few-of-circle-attended");
        Http.Answer reported =
                anna.post(session + "/complete", report.formatted(turns, "\"p-dora\""));
        assertThat(reported.status()).as(reported.body()).isEqualTo(200);
        assertThat(reported.json().path("turns").get(0).has("coach")).isFalse();

        await().untilAsserted(() ->
                assertThat(events(Topics.SESSIONS.name(), id).getLast())
                        .isInstanceOf(SessionEvent.SessionCompleted.class));
        assertThat(lastOf(id).circle()).isTrue();
        assertThat(lastOf(id).attendance())
                .extracting(
                        SessionEvent.Attendance::coacheeMinutes,
                        SessionEvent.Attendance::coachMinutes)
                .containsExactly(tuple(20, 20), tuple(20, 20), tuple(20, 20), tuple(0, 0));
    }

    @Test
    void whoWasNotThereIsAnnouncedAsAbsentAndConfirmsNothing() {
        MatchEvent.Match trio = town.match("anna", "ben", "cleo");
        Http anna = town.as("anna");
        String id = schedule(anna, trio, Duration.ofHours(1)).json().path("id").asString();
        town.pass(Duration.ofHours(3));
        String session = API + "/sessions/" + id;
        Http.Answer reported =
                anna.post(
                        session + "/complete",
                        "{\"minutes\":60,\"turns\":[%s],\"absent\":[\"p-cleo\"]}"
                                .formatted(turn("anna", "ben", 45)));
        assertThat(reported.status()).as(reported.body()).isEqualTo(200);
        assertThat(town.as("cleo").post(session + "/confirm", "{}").code())
                .isEqualTo("member-absent");
        town.as("ben").post(session + "/confirm", "{}");

        await().untilAsserted(() ->
                assertThat(events(Topics.SESSIONS.name(), id).getLast())
                        .isInstanceOf(SessionEvent.SessionConfirmed.class));
        assertThat(lastOf(id).attendance())
                .extracting(
                        seat -> seat.member().participantId(),
                        SessionEvent.Attendance::attended,
                        SessionEvent.Attendance::confirmed)
                .containsExactly(
                        tuple("p-anna", true, true),
                        tuple("p-ben", true, true),
                        tuple("p-cleo", false, false));
    }

    @Test
    void aSessionThatNobodyCameToIsMissed() {
        Http anna = town.as("anna");
        String id = schedule(anna, town.pair(), Duration.ofHours(1)).json().path("id").asString();
        town.pass(Duration.ofHours(3));
        Http.Answer missed = anna.post(API + "/sessions/" + id + "/miss", "{}");
        assertThat(missed.status()).as(missed.body()).isEqualTo(200);
        assertThat(missed.json().path("status").asString()).isEqualTo("MISSED");
        await().untilAsserted(() ->
                assertThat(events(Topics.SESSIONS.name(), id))
                        .hasExactlyElementsOfTypes(
                                SessionEvent.SessionScheduled.class,
                                SessionEvent.SessionMissed.class));
        assertThat(lastOf(id).status()).isEqualTo(SessionEvent.Status.MISSED);
    }

    @Test
    void whoCancelsOnTheDayCancelsLate() {
        Http anna = town.as("anna");
        String id = schedule(anna, town.pair(), Duration.ofHours(5)).json().path("id").asString();
        Http.Answer cancelled = anna.post(API + "/sessions/" + id + "/cancel", "{}");
        assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
        assertThat(cancelled.json().path("status").asString()).isEqualTo("CANCELLED_LATE");
        await().untilAsserted(() ->
                assertThat(events(Topics.SESSIONS.name(), id))
                        .hasExactlyElementsOfTypes(
                                SessionEvent.SessionScheduled.class,
                                SessionEvent.SessionCancelled.class));
        assertThat(lastOf(id).status()).isEqualTo(SessionEvent.Status.CANCELLED_LATE);
    }

    @Test
    void theSessionsOfARelationshipComeInPagesInTheOrderOfTheirScheduling() {
        MatchEvent.Match pair = town.pair();
        Http anna = town.as("anna");
        List<String> ids =
                java.util.stream.IntStream.rangeClosed(1, 5)
                        .mapToObj(day ->
                                schedule(anna, pair, Duration.ofDays(day))
                                        .json()
                                        .path("id")
                                        .asString())
                        .toList();
        String list = API + "/relationships/" + pair.relationshipId() + "/sessions?limit=2";
        JsonNode first = anna.get(list).json();
        JsonNode second = anna.get(list + "&cursor=" + first.path("next").asString()).json();
        JsonNode third = anna.get(list + "&cursor=" + second.path("next").asString()).json();
        assertThat(
                        java.util.stream.Stream.of(first, second, third)
                                .flatMap(page -> page.path("items").valueStream())
                                .map(item -> item.path("id").asString()))
                .isEqualTo(ids);
        assertThat(third.has("next")).isFalse();
    }

    @Test
    void withoutMinutesASessionTakesAsLongAsTheProgramSays() {
        MatchEvent.Match pair = town.pair();
        JsonNode session =
                town.as("anna")
                        .post(
                                API + "/relationships/" + pair.relationshipId() + "/sessions",
                                "{\"startsAt\":\"%s\"}".formatted(town.in(Duration.ofDays(1))))
                        .json();
        assertThat(session.path("plannedMinutes").asInt()).isEqualTo(45);
    }

    private Http.Answer schedule(Http member, MatchEvent.Match match, Duration ahead) {
        return member.post(
                API + "/relationships/" + match.relationshipId() + "/sessions",
                "{\"startsAt\":\"%s\",\"minutes\":60}".formatted(town.in(ahead)));
    }

    private static String turn(String coach, String coachee, int minutes) {
        return "{\"coach\":\"%s\",\"coachee\":\"%s\",\"minutes\":%d}"
                .formatted(Town.id(coach), Town.id(coachee), minutes);
    }

    private static String status(Http reader, String path) {
        return reader.get(API + path).json().path("status").asString();
    }

    private static SessionEvent.Session lastOf(String session) {
        return ((SessionEvent) events(Topics.SESSIONS.name(), session).getLast()).session();
    }

    /** As a subscriber reads them: repeats are possible and left out. */
    private static List<CoachingEvent> events(String topic, String id) {
        return TopicReader.events(topic, id).stream()
                .distinct()
                .map(PublishedEvent::event)
                .toList();
    }
}
