package org.peercoaching.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.testkit.Http;

/** Requests that make no sense: each gets a problem that says what to do, and nothing changes. */
@WholeService
class BadInputTest {

    private static final String API = "/api/session/v1";

    private final Town town;

    BadInputTest(Town town) {
        this.town = town;
    }

    @BeforeEach
    void people() {
        town.found();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"startsAt\":\"2020-01-01T10:00:00Z\",\"minutes\":60} | 422 | start-in-the-past",
                "{\"startsAt\":\"2099-01-01T10:00:00Z\",\"minutes\":60} | 422 | start-too-far",
                "{\"startsAt\":\"2026-02-30T10:00:00Z\",\"minutes\":60} | 400 | wrong-type",
                "{\"startsAt\":\"tomorrow\",\"minutes\":60}             | 400 | wrong-type",
                "{\"minutes\":60}                                       | 400 | invalid-body",
                "{\"startsAt\":\"2099-01-01T10:00:00Z\",\"minutes\":14} | 400 | invalid-body",
                "{\"startsAt\":\"2099-01-01T10:00:00Z\",\"minutes\":481}| 400 | invalid-body",
                "{\"startsAt\":\"2099-01-01T10:00:00Z\",\"place\":\"x\"}| 400 | unknown-field",
                "{\"startsAt\":                                         | 400 | not-json",
            })
    void aSessionIsNotScheduledFromABadRequest(String body, int status, String code) {
        String sessions = API + "/relationships/" + town.pair().relationshipId() + "/sessions";
        Http.Answer answer = town.as("anna").post(sessions, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(town.as("anna").get(sessions).json().path("items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"minutes\":60,\"turns\":[]}                                                                       | 400 | invalid-body",
                "{\"minutes\":0,\"turns\":[{\"coach\":\"p-anna\",\"coachee\":\"p-ben\",\"minutes\":1}]}              | 400 | invalid-body",
                "{\"minutes\":481,\"turns\":[{\"coach\":\"p-anna\",\"coachee\":\"p-ben\",\"minutes\":30}]}           | 400 | invalid-body",
                "{\"minutes\":60,\"turns\":[{\"coach\":\"p-anna\",\"coachee\":\"p-ben\",\"minutes\":0}]}             | 400 | invalid-body",
                "{\"minutes\":60,\"turns\":[null]}                                                                   | 400 | invalid-body",
                "{\"minutes\":60,\"turns\":[{\"coachee\":\"p-ben\",\"minutes\":30}]}                                  | 422 | coach-missing",
                "{\"minutes\":60,\"turns\":[{\"coach\":\"\",\"coachee\":\"p-ben\",\"minutes\":30}]}                     | 400 | invalid-body",
                "{\"minutes\":60,\"turns\":[{\"coach\":\"p-anna\",\"coachee\":\"p-anna\",\"minutes\":30}]}           | 422 | turn-with-oneself",
                "{\"minutes\":60,\"turns\":[{\"coach\":\"p-anna\",\"coachee\":\"p-sam\",\"minutes\":30}]}            | 422 | turn-of-unknown-member",
                "{\"minutes\":60,\"turns\":[{\"coach\":\"p-anna\",\"coachee\":\"p-ben\",\"minutes\":61}]}            | 422 | turns-too-long",
                "{\"minutes\":60,\"turns\":[{\"coach\":\"p-anna\",\"coachee\":\"p-ben\",\"minutes\":1,\"note\":1}]}  | 400 | unknown-field",
                "{\"minutes\":60,\"absent\":[\"p-ben\"],\"turns\":[{\"coach\":\"p-anna\",\"coachee\":\"p-ben\",\"minutes\":1}]}  | 422 | too-few-attended",
                "{\"minutes\":60,\"absent\":[\"p-anna\"],\"turns\":[{\"coach\":\"p-anna\",\"coachee\":\"p-ben\",\"minutes\":1}]} | 422 | reporter-absent",
                "{\"minutes\":60,\"absent\":[\"p-sam\"],\"turns\":[{\"coach\":\"p-anna\",\"coachee\":\"p-ben\",\"minutes\":1}]}  | 422 | absent-unknown-member",
                "{\"minutes\":60,\"absent\":[\" \"],\"turns\":[{\"coach\":\"p-anna\",\"coachee\":\"p-ben\",\"minutes\":1}]}      | 400 | invalid-body",
                "{\"minutes\":60,\"absent\":\"p-ben\",\"turns\":[{\"coach\":\"p-anna\",\"coachee\":\"p-ben\",\"minutes\":1}]}    | 400 | wrong-type",
            })
    void aSessionIsNotReportedFromABadRequest(String body, int status, String code) {
        String session = scheduled(town.pair());
        town.pass(Duration.ofHours(3));
        Http.Answer answer = town.as("anna").post(session + "/complete", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(town.as("anna").get(session).json().path("status").asString())
                .isEqualTo("SCHEDULED");
    }

    @Test
    void aPromiseHasWordsAnOwnerAndADay() {
        String items = scheduled(town.pair()) + "/action-items";
        Http anna = town.as("anna");
        String day = town.in(Duration.ofDays(3)).substring(0, 10);
        assertThat(anna.post(items, promise("p-anna", " ", day)).code()).isEqualTo("invalid-body");
        assertThat(anna.post(items, promise("p-anna", "x".repeat(501), day)).code())
                .isEqualTo("invalid-body");
        assertThat(anna.post(items, promise("p-sam", "listen", day)).code())
                .isEqualTo("unknown-owner");
        assertThat(anna.post(items, promise("p-anna", "listen", "2020-01-01")).code())
                .isEqualTo("due-out-of-reach");
        assertThat(anna.post(items, promise("p-anna", "listen", "soon")).code())
                .isEqualTo("wrong-type");
        assertThat(anna.post(items + "/no-such-item/keep", "{}").code())
                .isEqualTo("no-such-action-item");
    }

    @Test
    void aRequestThatAsksForNothingTakesNothingElse() {
        String session = scheduled(town.pair());
        Http anna = town.as("anna");
        assertThat(anna.post(session + "/cancel", "{\"reason\":\"rain\"}").code())
                .isEqualTo("unknown-field");
        assertThat(anna.post(session + "/cancel", "[]").status()).isEqualTo(400);
        assertThat(anna.get(session).json().path("status").asString()).isEqualTo("SCHEDULED");
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        Http anna = town.as("anna");
        assertThat(anna.get(API + "/sessions/none").code()).isEqualTo("no-such-session");
        assertThat(anna.post(API + "/sessions/none/cancel", "{}").code())
                .isEqualTo("no-such-session");
        assertThat(anna.get(API + "/relationships/none").code()).isEqualTo("no-such-relationship");
        assertThat(anna.post(API + "/relationships/none/end", "{}").code())
                .isEqualTo("no-such-relationship");
        assertThat(
                        anna.post(
                                        API + "/relationships/none/sessions",
                                        "{\"startsAt\":\"2099-01-01T10:00:00Z\"}")
                                .code())
                .isEqualTo("no-such-relationship");
    }

    @Test
    void aListHasItsBounds() {
        Http anna = town.as("anna");
        for (String limit : new String[] {"0", "101", "many"}) {
            assertThat(anna.get(API + "/me/relationships?limit=" + limit).status())
                    .as(limit)
                    .isEqualTo(400);
        }
    }

    @Test
    void aCursorIsOneOfItsList() {
        String sessions = API + "/relationships/" + town.pair().relationshipId() + "/sessions";
        Http.Answer answer = town.as("anna").get(sessions + "?cursor=another-lists");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("invalid-cursor");
    }

    @Test
    void aSessionYetToBeHasNoVersionToMatch() {
        MatchEvent.Match pair = town.pair();
        String relationship = API + "/relationships/" + pair.relationshipId();
        Http anna = town.as("anna");
        Http.Answer answer =
                anna.post(
                        relationship + "/sessions",
                        "{\"startsAt\":\"%s\"}".formatted(town.in(Duration.ofDays(3))),
                        "If-Match",
                        anna.get(relationship).etag());
        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.code()).isEqualTo("nothing-to-match");
        assertThat(anna.get(relationship + "/sessions").json().path("items")).isEmpty();
    }

    @Test
    void aKeyUsedInTwoRelationshipsSchedulesASessionOfEach() {
        String ours = API + "/relationships/" + town.pair().relationshipId();
        String theirs = API + "/relationships/" + town.match("anna", "cleo").relationshipId();
        Http anna = town.as("anna");
        String body = "{\"startsAt\":\"%s\"}".formatted(town.in(Duration.ofDays(3)));
        Http.Answer one = anna.post(ours + "/sessions", body, "Idempotency-Key", "in-both");
        Http.Answer other = anna.post(theirs + "/sessions", body, "Idempotency-Key", "in-both");
        assertThat(one.status()).isEqualTo(201);
        assertThat(other.status()).as(other.body()).isEqualTo(201);

        Http cleo = town.as("cleo");
        assertThat(cleo.get(theirs + "/sessions").json().path("items"))
                .extracting(session -> session.path("relationshipId"))
                .containsExactly(other.json().path("relationshipId"));
        cleo.post(theirs + "/end", "{}");
        await().untilAsserted(() ->
                assertThat(statusIn(cleo.get(theirs + "/sessions"))).isEqualTo("CANCELLED"));
        assertThat(statusIn(anna.get(ours + "/sessions"))).isEqualTo("SCHEDULED");
    }

    private static String statusIn(Http.Answer list) {
        return list.json().at("/items/0/status").asString();
    }

    @Test
    void aChangeOfWhatSomebodyElseChangedMeanwhileIsRefused() {
        String session = scheduled(town.pair());
        String seen = town.as("anna").get(session).etag();
        String move = "{\"startsAt\":\"%s\"}".formatted(town.in(Duration.ofDays(3)));
        assertThat(town.as("ben").post(session + "/move", move, "If-Match", seen).status())
                .isEqualTo(200);
        assertThat(town.as("anna").post(session + "/cancel", "{}", "If-Match", seen).status())
                .isEqualTo(412);
    }

    @Test
    void aRepeatedRequestTakesEffectOnceAndItsKeyServesNoOther() {
        MatchEvent.Match pair = town.pair();
        String sessions = API + "/relationships/" + pair.relationshipId() + "/sessions";
        Http anna = town.as("anna");
        String body = "{\"startsAt\":\"%s\",\"minutes\":60}".formatted(town.in(Duration.ofDays(3)));
        Http.Answer first = anna.post(sessions, body, "Idempotency-Key", "schedule-1");
        Http.Answer again = anna.post(sessions, body, "Idempotency-Key", "schedule-1");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(anna.get(sessions).json().path("items")).hasSize(1);
        assertThat(
                        anna.post(
                                        sessions,
                                        body.replace("60", "45"),
                                        "Idempotency-Key",
                                        "schedule-1")
                                .code())
                .isEqualTo("idempotency-key-reused");

        String items = API + "/sessions/" + first.json().path("id").asString() + "/action-items";
        String promise = promise("p-anna", "listen", town.in(Duration.ofDays(9)).substring(0, 10));
        Http.Answer written = anna.post(items, promise, "Idempotency-Key", "promise-1");
        assertThat(anna.post(items, promise, "Idempotency-Key", "promise-1").body())
                .isEqualTo(written.body());
    }

    private String scheduled(MatchEvent.Match match) {
        Http.Answer scheduled =
                town.as("anna")
                        .post(
                                API + "/relationships/" + match.relationshipId() + "/sessions",
                                "{\"startsAt\":\"%s\",\"minutes\":60}"
                                        .formatted(town.in(Duration.ofHours(1))));
        assertThat(scheduled.status()).as(scheduled.body()).isEqualTo(201);
        return API + "/sessions/" + scheduled.json().path("id").asString();
    }

    private static String promise(String owner, String text, String dueOn) {
        return "{\"owner\":\"%s\",\"text\":\"%s\",\"dueOn\":\"%s\"}".formatted(owner, text, dueOn);
    }
}
