package org.peercoaching.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.peercoaching.kit.time.DueHandler;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Rounds that change nothing. */
@ServiceTest
class DryRunJourneyTest {

    private static final String DRY = "{\"seed\":1,\"dryRun\":true}";

    private final Organization organization = new Organization();
    private final MongoDatabase database;
    private final DueHandler expiry;

    @LocalServerPort int port;

    DryRunJourneyTest(MongoDatabase database, @Qualifier("expiry") DueHandler expiry) {
        this.database = database;
        this.expiry = expiry;
    }

    private Manager boss() {
        organization.registered("boss");
        organization.program("program", "boss");
        return new Manager(port, organization, "boss", "program");
    }

    @Test
    void aDryRunStandsInNoRoundsWayIsComparedWithItAndNeverPublished() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben", "carla", "dan");
        String round = boss.computed(4);
        String dry = boss.started(DRY);
        assertThat(boss.in("COMPUTED", dry).path("dryRun").asBoolean()).isTrue();
        assertThat(boss.act(dry, "publish").code()).isEqualTo("dry-run");
        JsonNode comparison = boss.get(dry, "/comparison?with=" + round).json();
        assertThat(comparison.path("samePartners").asInt()).isEqualTo(4);
        assertThat(comparison.path("points").asInt()).isZero();

        boss.published(round);
        assertThat(boss.get(dry, "/comparison?with=" + round).json().path("samePartners").asInt())
                .isEqualTo(4);
        assertThat(boss.get(dry, "").json().path("candidates"))
                .isEqualTo(boss.get(round, "").json().path("candidates"));
        assertThat(boss.act(dry, "discard").status()).isEqualTo(200);
    }

    @Test
    void ofManyDryRunsTheLastFewAreKept() {
        Manager boss = boss();
        boss.act(boss.computed(0), "discard");
        List<String> runs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            runs.add(boss.started(DRY));
            boss.in("COMPUTED", runs.getLast());
        }
        assertThat(boss.get(runs.getFirst(), "").json().path("stage").asString())
                .isEqualTo("DISCARDED");
        assertThat(boss.get(runs.get(1), "").json().path("stage").asString()).isEqualTo("COMPUTED");
    }

    @Test
    void aPublishedRoundIsRunAgainWithEverybodyAsTheyWereThen() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben", "carla", "dan");
        String round = boss.computed(4);
        boss.chosen(round, "forbid", "anna", "ben");
        boss.published(round);

        String again = boss.act(round, "rerun").json().path("id").asString();
        JsonNode same = boss.in("COMPUTED", again);
        assertThat(same.path("again").path("same").asBoolean()).isTrue();
        assertThat(same.path("result").path("matched").asInt()).isEqualTo(4);
        assertThat(boss.choose(again, "lock", "anna", "carla").code()).isEqualTo("run-again");
        assertThat(boss.get(again, "/comparison?with=" + round).json().path("samePartners").asInt())
                .isEqualTo(4);
    }

    @Test
    void aPublishedRoundIsRunAgainByThePolicyOfThatTimeAndNotByTodays() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben", "carla", "dan");
        String round = boss.computed(4);
        JsonNode then = boss.published(round);

        boss.policy(Manager.policy("minimumScore", 10_000));
        organization.candidates("program", "emil", "fay");
        JsonNode today = boss.get(boss.computed(2), "").json();
        assertThat(today.path("policyVersion")).hasToString("1");
        assertThat(today.path("result").path("matched")).hasToString("0");

        JsonNode again = boss.in("COMPUTED", boss.act(round, "rerun").json().path("id").asString());
        assertThat(again.path("again").path("same").asBoolean()).isTrue();
        assertThat(again.path("policyVersion")).hasToString("0");
        assertThat(again.path("candidates")).isEqualTo(then.path("candidates"));
        assertThat(again.path("result")).isEqualTo(then.path("result"));
        assertThat(again.path("result").path("matched").asInt()).isEqualTo(4);
    }

    @Test
    void everyPublishedRoundIsRunAgainToTheSameHoweverManyCameLater() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben", "carla", "dan");
        List<String> rounds = new ArrayList<>(List.of(boss.computed(4)));
        // It goes on from what the engine left behind, and must begin with that again.
        boss.chosen(rounds.getFirst(), "forbid", "anna", "ben");
        boss.published(rounds.getFirst());
        for (int i = 0; i < 2; i++) {
            organization.candidates("program", "emil-" + i, "fay-" + i);
            rounds.add(boss.computed(2));
            boss.published(rounds.getLast());
        }
        for (String round : rounds) {
            JsonNode then = boss.get(round, "").json();
            String id = boss.act(round, "rerun").json().path("id").asString();
            JsonNode again = boss.in("COMPUTED", id);
            assertThat(again.path("again").path("same").asBoolean()).isTrue();
            assertThat(again.path("candidates")).isEqualTo(then.path("candidates"));
            assertThat(again.path("review")).isEqualTo(then.path("review"));
            assertThat(again.path("result")).isEqualTo(then.path("result"));
        }
    }

    @Test
    void aYearAfterTheProgramsEndNobodyIsKeptWhomARoundChoseFrom() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben");
        String round = boss.computed(2);
        boss.published(round);

        expiry.due(round, dueAt(round));

        String again = boss.act(round, "rerun").json().path("id").asString();
        assertThat(boss.in("FAILED", again).path("failure").path("code").asString())
                .isEqualTo("candidates-not-kept");
        assertThat(boss.get(round, "/report").status()).isEqualTo(200);
        assertThat(dueAt(round))
                .isEqualTo(organization.endOf("program").plus(Duration.ofDays(365)));
    }

    private Instant dueAt(String round) {
        return database.getCollection("due").find().into(new ArrayList<>()).stream()
                .map(bucket -> bucket.get("work", new Document()))
                .flatMap(work -> work.values().stream().map(Document.class::cast))
                .filter(piece -> piece.getString("kind").equals(expiry.kind()))
                .filter(piece -> piece.getString("id").equals(round))
                .map(piece -> piece.getDate("at").toInstant())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoeverCameWentOrIsMatchedOtherwiseIsCountedOnceWithThePointsItGainedAndCost() {
        Manager boss = boss();
        speaking("en", "anna", "ben");
        speaking("fr", "carla", "dan", "emil", "fay");
        speaking("it", "ida");
        speaking("es", "sam", "sue");
        speaking("pl", "pia");
        boss.act(boss.computed(10), "discard");
        String dry = boss.started(DRY);
        boss.in("COMPUTED", dry);
        List<String> before = partners(boss, dry, "carla");

        organization.withdrawn("sue", "program");
        boss.act(boss.computed(9), "discard");
        speaking("it", "ivo");
        speaking("nl", "kai", "kim");
        String round = boss.computed(12);
        boss.chosen(round, "lock", "carla", before.contains(id("dan")) ? "emil" : "dan");

        JsonNode comparison = boss.get(round, "/comparison?with=" + dry).json();
        assertThat(comparison.path("samePartners").asInt()).isEqualTo(3);
        assertThat(comparison.path("otherPartners").asInt()).isEqualTo(4);
        assertThat(comparison.path("newlyMatched").asInt()).isEqualTo(1);
        assertThat(comparison.path("newlyUnmatched").asInt()).isEqualTo(1);
        assertThat(comparison.path("onlyHere").asInt()).isEqualTo(3);
        assertThat(comparison.path("onlyThere").asInt()).isEqualTo(1);
        int points = comparison.path("points").asInt();
        assertThat(points).isEqualTo(points(boss, round) - points(boss, dry)).isPositive();

        // Who changed is matched with one other at most: everybody's score is that of a pair.
        int pair = boss.get(round, "/matches").json().path("items").get(0).path("score").asInt();
        JsonNode changes = boss.get(round, "/comparison/people?with=" + dry).json().path("items");
        assertThat(changes)
                .extracting(
                        change -> change.path("participantId").asString(),
                        change -> change.path("kind").asString(),
                        change -> change.path("score").asInt(),
                        change -> change.path("scoreThere").asInt())
                .containsExactly(
                        tuple(id("carla"), "OTHER_PARTNERS", pair, pair),
                        tuple(id("dan"), "OTHER_PARTNERS", pair, pair),
                        tuple(id("emil"), "OTHER_PARTNERS", pair, pair),
                        tuple(id("fay"), "OTHER_PARTNERS", pair, pair),
                        tuple(id("ida"), "NEWLY_MATCHED", pair, 0),
                        tuple(id("ivo"), "ONLY_HERE", pair, 0),
                        tuple(id("kai"), "ONLY_HERE", pair, 0),
                        tuple(id("kim"), "ONLY_HERE", pair, 0),
                        tuple(id("sam"), "NEWLY_UNMATCHED", 0, pair),
                        tuple(id("sue"), "ONLY_THERE", 0, pair));
    }

    @Test
    void aRoundWithATimeLimitSaysWhetherItEndedByItself() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben");
        boss.act(boss.computed(2), "discard");
        JsonNode round = boss.in("COMPUTED", boss.started("{\"seed\":1,\"seconds\":60}"));
        assertThat(round.path("complete").asBoolean()).isTrue();
        assertThat(round.path("work").asLong()).isPositive();
    }

    private void speaking(String language, String... names) {
        for (String name : names) {
            organization.registered(name);
            organization.profile(name, null, language);
            organization.ready(name, "program");
        }
    }

    private String id(String name) {
        return organization.id(name);
    }

    private List<String> partners(Manager boss, String round, String name) {
        JsonNode members =
                boss.get(round, "/candidates/" + id(name)).json().path("match").path("members");
        return StreamSupport.stream(members.spliterator(), false)
                .map(member -> member.path("participantId").asString())
                .filter(member -> !member.equals(id(name)))
                .toList();
    }

    private static int points(Manager boss, String round) {
        int points = 0;
        for (JsonNode match : boss.get(round, "/matches").json().path("items")) {
            points += match.path("score").asInt();
        }
        return points;
    }
}
