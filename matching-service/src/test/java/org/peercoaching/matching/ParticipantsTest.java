package org.peercoaching.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.events.Topics;
import org.peercoaching.events.UnmatchedEvent;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.TopicReader;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What participants can do about their matches, over HTTP and the topics. */
@ServiceTest
@ExtendWith(TimeRestored.class)
class ParticipantsTest {

    private static final String ME = "/api/matching/v1/me";

    private final Organization organization = new Organization();
    private final BusinessClock clock;

    @LocalServerPort int port;

    ParticipantsTest(BusinessClock clock) {
        this.clock = clock;
    }

    @Test
    void aDeclinedMatchEndsForBothAndOnlyThePartnerGoesFirst() {
        MatchEvent.Match match = matched("anna", "ben");
        Http anna = as("anna");
        assertThat(anna.post(path(match, "/decline"), "").json().path("status").asString())
                .isEqualTo("DECLINED");
        JsonNode seenByBen = as("ben").get(path(match, "")).json();
        assertThat(seenByBen.path("status").asString()).isEqualTo("DECLINED");
        assertThat(seenByBen.path("endedAt").asString()).isNotEmpty();
        assertThat(anna.post(path(match, "/decline"), "").status()).isEqualTo(200);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(TopicReader.events(Topics.MATCHES.name(), match.matchId()))
                                .extracting(published -> (Object) published.event().getClass())
                                .contains(MatchEvent.MatchDeclined.class));

        organization.relationshipEnded(match);
        assertThat(waiting("ben").path("goesFirst").asBoolean()).isTrue();
        assertThat(waiting("anna").path("goesFirst").asBoolean()).isFalse();
        assertThat(codes(waiting("ben"))).containsExactly("partner-gone", "goes-first");
        assertThat(codes(waiting("anna"))).containsExactly("last-match-given-up");
    }

    @Test
    void afterTheWindowAMemberAsksForAnotherAndTheTwoDoNotMeetAgain() {
        Manager manager = boss("anna", "ben");
        MatchEvent.Match match = matched(manager, 2);
        clock.move(clock.offset().plusDays(15));
        Http anna = as("anna");
        assertThat(anna.post(path(match, "/decline"), "").code()).isEqualTo("decline-window-over");
        assertThat(anna.post(path(match, "/another"), "").json().path("status").asString())
                .isEqualTo("ENDED");
        organization.relationshipEnded(match);
        waiting("anna");
        waiting("ben");

        String round = manager.computed(2);
        assertThat(manager.get(round, "/matches").json().path("items")).isEmpty();
        manager.published(round);
        JsonNode waits = waiting("ben");
        assertThat(waits.path("leftOut").asInt()).isEqualTo(1);
        assertThat(codes(waits)).containsExactly("last-round-found-nobody", "goes-first");
        assertThat(Manager.events(Topics.UNMATCHED, UnmatchedEvent.class, round, 2))
                .allMatch(event -> event.unmatched().reason() == UnmatchedEvent.Reason.NO_ONE_LEFT);
        assertThat(anna.post(path(match, "/another"), "").status()).isEqualTo(200);
    }

    @Test
    void ofTwoWhoDeclinedEachOtherOneIsMatchedWithANewcomerAndTheyAreNeverTogether() {
        Manager manager = boss("anna", "ben");
        MatchEvent.Match match = matched(manager, 2);
        for (String name : List.of("anna", "ben")) {
            assertThat(as(name).post(path(match, "/decline"), "").status()).isEqualTo(200);
        }
        organization.relationshipEnded(match);
        organization.candidates("program", "carla");

        String round = manager.computed(3);
        List<Set<String>> pairs = manager.groups(round);
        assertThat(pairs).hasSize(1);
        assertThat(pairs.getFirst()).hasSize(2).contains("carla");
        JsonNode unmatched = manager.get(round, "/unmatched").json().path("items");
        assertThat(unmatched).hasSize(1);
        JsonNode left = unmatched.get(0);
        assertThat(left.path("reason").asString()).isEqualTo("NO_ONE_LEFT");
        assertThat(organization.name(left.path("member").path("participantId").asString()))
                .isIn("anna", "ben")
                .isNotIn(pairs.getFirst());
    }

    @Test
    void whoWithdrewCannotAskForAnother() {
        MatchEvent.Match match = matched("anna", "ben");
        organization.withdrawn("anna", "program");
        await().untilAsserted(() ->
                assertThat(as("anna").post(path(match, "/another"), "").code())
                        .isEqualTo("not-taking-part"));
    }

    @Test
    void aMatchIsThereForItsMembersAlone() {
        MatchEvent.Match match = matched("anna", "ben");
        organization.registered("zoe");
        await().until(() -> as("zoe").get(ME + "/matches").status() == 200);
        for (String stranger : List.of("boss", "zoe")) {
            for (String action : List.of("/decline", "/another")) {
                assertThat(as(stranger).post(path(match, action), "").code())
                        .isEqualTo("no-such-match");
            }
            assertThat(as(stranger).get(path(match, "")).code()).isEqualTo("no-such-match");
        }
        assertThat(as("ben").get(path(match, "")).json().path("partners").get(0).asString())
                .isEqualTo(organization.id("anna"));
    }

    @Test
    void aVetoKeepsTwoPeopleApartWhoeverOfThemSaidIt() {
        Manager boss = boss("anna", "ben");
        veto("ben", "anna");
        String round = boss.computed(2);
        assertThat(boss.get(round, "/matches").json().path("items")).isEmpty();
        JsonNode unmatched = boss.get(round, "/unmatched").json().path("items");
        assertThat(unmatched).hasSize(2);
        assertThat(unmatched.toString()).doesNotContain("KEPT_APART");
        boss.act(round, "discard");

        assertThat(as("ben").post(ME + "/vetoes/take-back", body("anna")).status()).isEqualTo(200);
        String again = boss.computed(2);
        assertThat(boss.get(again, "/matches").json().path("items")).hasSize(1);
    }

    @Test
    void aVetoCountsThatIsSaidBetweenComputingAndPublishing() {
        Manager boss = boss("anna", "ben");
        String round = boss.computed(2);
        veto("anna", "ben");
        assertThat(boss.published(round).path("result").path("matched").asInt()).isZero();
        assertThat(Manager.events(Topics.UNMATCHED, UnmatchedEvent.class, round, 2))
                .allMatch(event -> event.unmatched().reason() == UnmatchedEvent.Reason.NO_ONE_LEFT);
    }

    @Test
    void onlyTheAuthorSeesAVetoAndItIsOnNoTopic() {
        Manager boss = boss("anna", "ben");
        String secret = organization.id("nobody-else");
        assertThat(as("anna").post(ME + "/vetoes", body("nobody-else")).status()).isEqualTo(200);
        veto("anna", "ben");
        assertThat(as("anna").get(ME + "/vetoes").json().path("items")).hasSize(2);
        assertThat(as("ben").get(ME + "/vetoes").json().path("items")).isEmpty();
        assertThat(as("boss").get(ME + "/vetoes").json().path("items")).isEmpty();
        boss.published(boss.computed(2));
        assertThat(boss.allEvents(Topics.MATCHES, MatchEvent.class, secret)).isEmpty();
        Topics.all().stream()
                .flatMap(topic -> TopicReader.records(topic.name()).stream())
                .forEach(record ->
                        assertThat(record.value() == null ? "" : new String(record.value()))
                                .doesNotContain(secret));
    }

    @Test
    void vetoesThatMakeNoSenseAreRefused() {
        boss("anna", "ben");
        Http anna = as("anna");
        assertThat(anna.post(ME + "/vetoes", body("anna")).code()).isEqualTo("veto-of-oneself");
        assertThat(anna.post(ME + "/vetoes", "{}").code()).isEqualTo("invalid-body");
        assertThat(anna.post(ME + "/vetoes", "{\"participantId\":\"a b\"}").code())
                .isEqualTo("invalid-body");
        for (int i = 0; i < 20; i++) {
            assertThat(anna.post(ME + "/vetoes", body("person-" + i)).status()).isEqualTo(200);
        }
        assertThat(anna.post(ME + "/vetoes", body("more")).code()).isEqualTo("too-many-vetoes");
    }

    private Manager boss(String... candidates) {
        organization.registered("boss");
        organization.program("program", "boss");
        organization.candidates("program", candidates);
        Manager boss = new Manager(port, organization, "boss", "program");
        for (String name : candidates) {
            waiting(name);
        }
        await().until(() -> as("boss").get(ME + "/matches").status() == 200);
        return boss;
    }

    private MatchEvent.Match matched(String... members) {
        return matched(boss(members), members.length);
    }

    private static MatchEvent.Match matched(Manager boss, int candidates) {
        String round = boss.computed(candidates);
        boss.published(round);
        return Manager.events(Topics.MATCHES, MatchEvent.class, round, 1).getFirst().match();
    }

    private void veto(String author, String other) {
        assertThat(as(author).post(ME + "/vetoes", body(other)).status()).isEqualTo(200);
    }

    private String body(String person) {
        return "{\"participantId\":\"%s\"}".formatted(organization.id(person));
    }

    /** How somebody waits, once they do. */
    private JsonNode waiting(String name) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> as(name).get(ME + "/waiting").json().path("items").path(0),
                        item -> item.has("programId"));
    }

    private static List<String> codes(JsonNode waiting) {
        return StreamSupport.stream(waiting.path("sentences").spliterator(), false)
                .map(sentence -> sentence.path("code").asString())
                .toList();
    }

    private static String path(MatchEvent.Match match, String action) {
        return ME + "/matches/" + match.matchId() + action;
    }

    private Http as(String name) {
        return new Http(port, organization.token(name, "participant"));
    }
}
