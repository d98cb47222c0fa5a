package org.peercoaching.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.events.Member;
import org.peercoaching.events.RoundEvent;
import org.peercoaching.events.Topics;
import org.peercoaching.events.UnmatchedEvent;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.matching.people.People;
import org.peercoaching.matching.people.Person;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServiceTest
class RoundJourneyTest {

    private final Organization organization = new Organization();

    private final People people;
    private final AggregateStore<Person> store;

    @LocalServerPort int port;

    RoundJourneyTest(People people, AggregateStore<Person> store) {
        this.people = people;
        this.store = store;
    }

    private Manager boss() {
        organization.registered("boss");
        organization.program("program", "boss");
        return new Manager(port, organization, "boss", "program");
    }

    @Test
    void aRoundIsComputedReviewedPublishedAndAnnounced() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben", "carla", "dan");
        organization.registered("emil");
        organization.profile("emil", null, "fr");
        organization.ready("emil", "program");
        String round = boss.computed(5);

        JsonNode result = boss.get(round, "").json().path("result");
        assertThat(result.path("matched").asInt()).isEqualTo(4);
        assertThat(result.path("coverage").asInt()).isEqualTo(80);
        assertThat(result.path("gap").asInt()).isZero();
        JsonNode matches = boss.get(round, "/matches?limit=1").json();
        assertThat(matches.path("items")).hasSize(1);
        String proposed = matches.path("next").asString();
        assertThat(boss.get(round, "/matches?cursor=" + proposed).json().path("items")).hasSize(1);
        assertTermsAddUp(matches.path("items").get(0));
        JsonNode unmatched = boss.get(round, "/unmatched").json().path("items").get(0);
        assertThat(unmatched.path("reason").asString()).isEqualTo("NO_COMMON_LANGUAGE");
        assertThat(unmatched.path("forbidden").get(0).path("people").asInt()).isEqualTo(4);

        boss.published(round);
        List<MatchEvent> announced = Manager.events(Topics.MATCHES, MatchEvent.class, round, 2);
        assertThat(announced)
                .hasSize(2)
                .allMatch(event -> event.match().cadenceDays() == 14)
                .flatExtracting(event -> event.match().members())
                .extracting(Member::participantId)
                .containsExactlyInAnyOrder(
                        organization.id("anna"),
                        organization.id("ben"),
                        organization.id("carla"),
                        organization.id("dan"));
        UnmatchedEvent.Unmatched emil =
                Manager.events(Topics.UNMATCHED, UnmatchedEvent.class, round, 1)
                        .getFirst()
                        .unmatched();
        assertThat(emil.member().participantId()).isEqualTo(organization.id("emil"));
        assertThat(emil.considered()).isEqualTo(4);
        assertThat(Manager.events(Topics.ROUNDS, RoundEvent.class, round, 1))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.round().matched()).isEqualTo(4);
                    assertThat(event.round().unmatched()).isEqualTo(1);
                    assertThat(event.round().matches()).isEqualTo(2);
                });
        assertThat(boss.get(round, "/matches").json().path("items")).hasSize(2);
        assertThat(boss.get(round, "/matches?cursor=" + proposed).code())
                .isEqualTo("invalid-cursor");
        String announcedFirst = boss.get(round, "/matches?limit=1").json().path("next").asString();
        assertThat(boss.get(round, "/matches?cursor=" + announcedFirst).json().path("items"))
                .hasSize(1);
        assertThat(boss.get(round, "/unmatched").json().path("items")).hasSize(1);
    }

    @Test
    void aParticipantSeesTheirOwnMatchAndWhyItWasMade() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben");
        boss.published(boss.computed(2));

        JsonNode mine =
                new Http(port, organization.token("anna", "participant"))
                        .get("/api/matching/v1/me/matches")
                        .json()
                        .path("items");
        assertThat(mine).hasSize(1);
        JsonNode match = mine.get(0);
        assertThat(match.path("partners").get(0).asString()).isEqualTo(organization.id("ben"));
        assertThat(match.path("youGive").get(0).path("skills").get(0).asString())
                .isEqualTo("listening");
        assertThat(match.path("commonMinutes").asInt()).isEqualTo(15 * 60);
        assertTermsAddUp(match);
        assertThat(
                        new Http(port, organization.token("boss", "program-manager"))
                                .get("/api/matching/v1/me/matches")
                                .json()
                                .path("items"))
                .isEmpty();
    }

    @Test
    void anOddNumberMakesATrio() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben", "carla");
        String round = boss.computed(3);
        boss.published(round);
        assertThat(Manager.events(Topics.MATCHES, MatchEvent.TrioMatched.class, round, 1))
                .singleElement()
                .satisfies(event -> assertThat(event.match().members()).hasSize(3));
    }

    @Test
    void somebodyAboveInTheReportingLineIsNoPartnerEvenIfThoseBetweenTakeNoPart() {
        Manager boss = boss();
        organization.profile("top", null, "en");
        organization.profile("middle", "top", "en");
        organization.profile("anna", "middle", "en");
        for (String name : List.of("top", "anna")) {
            organization.registered(name);
            organization.ready(name, "program");
        }
        String round = boss.computed(2);
        assertThat(boss.get(round, "/unmatched").json().path("items"))
                .hasSize(2)
                .allMatch(item -> item.path("reason").asString().equals("REPORTING_LINE"));
    }

    @Test
    void twoWhoAreEachOthersManagersAreNoPartnersAndNobodyIsDroppedForIt() {
        Manager boss = boss();
        organization.profile("anna", "ben", "en");
        organization.profile("ben", "anna", "en");
        organization.profile("carla", null, "en");
        for (String name : List.of("anna", "ben", "carla")) {
            organization.registered(name);
            organization.ready(name, "program");
        }
        String round = boss.computed(3);
        JsonNode matches = boss.get(round, "/matches").json().path("items");
        assertThat(matches).hasSize(1);
        JsonNode members = matches.get(0).path("members");
        assertThat(members)
                .hasSize(2)
                .extracting(member -> member.path("participantId").asString())
                .contains(organization.id("carla"));
        JsonNode unmatched = boss.get(round, "/unmatched").json().path("items");
        assertThat(unmatched).hasSize(1);
        JsonNode left = unmatched.get(0);
        assertThat(left.path("member").path("participantId").asString())
                .isIn(organization.id("anna"), organization.id("ben"))
                .isNotIn(
                        members.get(0).path("participantId").asString(),
                        members.get(1).path("participantId").asString());
        // Carla would have done.
        assertThat(left.path("reason").asString()).isEqualTo("NO_ONE_LEFT");
        assertThat(left.path("considered").asInt()).isEqualTo(2);
        assertThat(left.path("forbidden")).hasSize(1);
        assertThat(left.path("forbidden").get(0).path("rule").asString())
                .isEqualTo("REPORTING_LINE");
        assertThat(left.path("forbidden").get(0).path("people").asInt()).isEqualTo(1);
    }

    @Test
    void peopleInAMatchWaitNoMoreAndEarlierPartnersDoNotMeetAgain() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben");
        String first = boss.computed(2);
        boss.published(first);
        String empty = boss.start("while-matched").json().path("id").asString();
        assertThat(boss.in("COMPUTED", empty).path("result").path("candidates").asInt()).isZero();
        boss.act(empty, "discard");

        organization.relationshipEnded(
                Manager.events(Topics.MATCHES, MatchEvent.class, first, 1).getFirst().match());
        String second = boss.computed(2);
        assertThat(boss.get(second, "/unmatched").json().path("items"))
                .hasSize(2)
                .allMatch(item -> item.path("reason").asString().equals("NO_ONE_LEFT"));
    }

    @Test
    void whoWithdrewAfterComputingIsLeftOutAndTheirPartnerIsUnmatchedWithAReason() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben");
        String round = boss.computed(2);
        organization.withdrawn("ben", "program");
        awaitNoCandidate("ben");

        JsonNode published = boss.published(round);
        assertThat(published.path("result").path("matched").asInt()).isZero();
        assertThat(published.path("result").hasNonNull("gap")).isFalse();
        assertThat(
                        boss.get(round, "/candidates/" + organization.id("anna"))
                                .json()
                                .hasNonNull("match"))
                .isFalse();
        assertThat(Manager.events(Topics.UNMATCHED, UnmatchedEvent.class, round, 1))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.unmatched().member().participantId())
                            .isEqualTo(organization.id("anna"));
                    assertThat(event.unmatched().reason())
                            .isEqualTo(UnmatchedEvent.Reason.NO_ONE_LEFT);
                });
        assertThat(boss.allEvents(Topics.MATCHES, MatchEvent.class, round)).isEmpty();
    }

    @Test
    void whenOneOfATrioLeftTheOthersAreAPair() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben", "carla");
        String round = boss.computed(3);
        organization.left("ben");
        awaitNoCandidate("ben");

        boss.published(round);
        assertThat(Manager.events(Topics.MATCHES, MatchEvent.PairMatched.class, round, 1))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.match().members())
                                .extracting(Member::participantId)
                                .containsExactlyInAnyOrder(
                                        organization.id("anna"), organization.id("carla")));
        assertThat(
                        boss.get(round, "/candidates/" + organization.id("anna"))
                                .json()
                                .path("match")
                                .path("members")
                                .valueStream())
                .extracting(member -> member.path("participantId").asString())
                .containsExactlyInAnyOrder(organization.id("anna"), organization.id("carla"));
    }

    @Test
    void tiesThatCameToNothingDoNotEndTheListOfMyMatches() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben");
        boss.published(boss.computed(2));
        for (String nothing : List.of("0000-one", "0000-two")) {
            store.handle(
                    organization.id("anna"),
                    Trigger.internal(),
                    anna ->
                            Decision.accepted(
                                    anna.orElseThrow()
                                            .tied(
                                                    nothing,
                                                    new Person.Tie(
                                                            "other",
                                                            List.of(),
                                                            Instant.EPOCH,
                                                            Instant.EPOCH))));
        }
        Http anna = new Http(port, organization.token("anna", "participant"));
        String path = "/api/matching/v1/me/matches?limit=1";
        JsonNode page = anna.get(path).json();
        assertThat(page.path("items")).isEmpty();
        page = anna.get(path + "&cursor=" + page.path("next").asString()).json();
        assertThat(page.path("items")).isEmpty();
        page = anna.get(path + "&cursor=" + page.path("next").asString()).json();
        assertThat(page.path("items")).hasSize(1);
        assertThat(page.has("next")).isFalse();
    }

    @Test
    void anEmptyProgramGetsAnHonestRoundWithoutMatches() {
        Manager boss = boss();
        String round = boss.computed(0);
        JsonNode result = boss.published(round).path("result");
        assertThat(result.path("matched").asInt()).isZero();
        assertThat(result.has("mean")).isFalse();
    }

    @Test
    void whoIsAloneInAProgramIsUnmatchedBecauseNobodyElseIsReady() {
        Manager boss = boss();
        organization.candidates("program", "anna");
        String round = boss.computed(1);
        assertThat(boss.get(round, "/matches").json().path("items")).isEmpty();
        JsonNode unmatched = boss.get(round, "/unmatched").json().path("items");
        assertThat(unmatched).hasSize(1);
        assertThat(unmatched.get(0).path("member").path("participantId").asString())
                .isEqualTo(organization.id("anna"));
        assertThat(unmatched.get(0).path("reason").asString()).isEqualTo("NOBODY_ELSE_READY");
        assertThat(unmatched.get(0).path("considered")).hasToString("0");
        assertThat(unmatched.get(0).path("forbidden")).isEmpty();
        JsonNode report = boss.get(round, "/report").json();
        assertThat(report.path("candidates").asInt()).isEqualTo(1);
        assertThat(report.path("matchedShare")).hasToString("0.0");
        assertThat(report.has("scores")).isFalse();

        JsonNode result = boss.published(round).path("result");
        assertThat(result.path("matched")).hasToString("0");
        assertThat(result.path("unmatched")).hasToString("1");
        assertThat(result.path("coverage")).hasToString("0");
        assertThat(result.has("mean")).isFalse();
        assertThat(Manager.events(Topics.UNMATCHED, UnmatchedEvent.class, round, 1))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.unmatched().reason())
                                .isEqualTo(UnmatchedEvent.Reason.NOBODY_ELSE_READY));
        assertThat(boss.allEvents(Topics.MATCHES, MatchEvent.class, round)).isEmpty();
    }

    @Test
    void nothingIsPublishedOrListedOfADiscardedRound() {
        Manager boss = boss();
        String round = boss.computed(0);
        boss.act(round, "discard");
        assertThat(boss.act(round, "publish").code()).isEqualTo("nothing-to-publish");
        assertThat(boss.get(round, "/matches").code()).isEqualTo("not-computed");
    }

    private void awaitNoCandidate(String name) {
        await().until(() ->
                people.find(organization.id(name)).orElseThrow().candidateIn().isEmpty());
    }

    private static void assertTermsAddUp(JsonNode match) {
        int sum = 0;
        for (JsonNode term : match.path("terms")) {
            sum += term.asInt();
        }
        assertThat(sum).isEqualTo(match.path("score").asInt()).isPositive();
    }
}
