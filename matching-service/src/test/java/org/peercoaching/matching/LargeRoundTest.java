package org.peercoaching.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfile;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfileChanged;
import org.peercoaching.events.Member;
import org.peercoaching.events.Topics;
import org.peercoaching.events.UnmatchedEvent;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.matching.people.People;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A round over a large organization, from the topics to the topics. */
@ServiceTest
class LargeRoundTest {

    private static final int CROWD = 10_000;

    /** And one whose language nobody else speaks. */
    private static final int PEOPLE = CROWD + 1;

    /** So many of them are looked at one by one. */
    private static final int EXPLAINED = 20;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Organization organization = new Organization();
    private final People people;
    private final BusinessClock clock;

    @LocalServerPort int port;

    LargeRoundTest(People people, BusinessClock clock) {
        this.people = people;
        this.clock = clock;
    }

    @Test
    void tenThousandPeopleAreMatchedExplainedAndAnnounced() {
        organization.registered("boss");
        organization.program("program", "boss");
        organization.crowd("program", CROWD);
        organization.profile("stranger", null, "is");
        organization.ready("stranger", "program");
        // A look takes as long as hundreds of people do who come in.
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(3))
                .until(() -> candidates().size() == PEOPLE);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(3))
                .until(() -> people.profiles(candidates()).size() == PEOPLE);
        Manager boss = new Manager(port, organization, "boss", "program");
        Set<Set<String>> apart = keptApart(boss);
        String round = boss.start("large").json().path("id").asString();

        JsonNode computed = watched(boss, round);
        assertThat(computed.path("stage").asString()).as(computed.toString()).isEqualTo("COMPUTED");
        JsonNode result = computed.path("result");
        assertThat(result.path("candidates").asInt()).isEqualTo(PEOPLE);
        JsonNode report = boss.get(round, "/report").json();
        assertThat(report.path("gapShare").asDouble()).isLessThanOrEqualTo(0.01);
        assertThat(report.path("repeats").asInt()).isZero();

        Set<String> seen = new HashSet<>();
        boss.all(round, "/matches").forEach(match -> seen.addAll(ids(match.path("members"))));
        assertThat(seen).hasSize(result.path("matched").asInt());
        boss.all(round, "/unmatched")
                .forEach(
                        person -> seen.add(person.path("member").path("participantId").asString()));
        assertThat(seen).hasSize(PEOPLE);
        seen.stream().limit(EXPLAINED).forEach(id -> assertExplained(boss, round, id));

        assertThat(boss.act(round, "publish").status()).isEqualTo(200);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> stage(boss.get(round, "").json()).equals("PUBLISHED"));
        int matches = result.path("pairs").asInt() + result.path("trios").asInt();
        assertEachMatchKeepsToAllRules(boss, round, matches, apart);
        assertEachOutcomeIsAnnouncedOnce(round, seen, matches, result.path("unmatched").asInt());
        assertExplainedToMembers(boss, round);
    }

    /**
     * Some who would be matched with each other: of every two of them one vetoes the other, or they
     * were partners until now.
     */
    private Set<Set<String>> keptApart(Manager boss) {
        String dry = boss.started("{\"seed\":1,\"dryRun\":true}");
        await().atMost(PATIENCE).until(() -> stage(boss.get(dry, "").json()).equals("COMPUTED"));
        Set<Set<String>> apart = new HashSet<>();
        for (JsonNode match : boss.get(dry, "/matches?limit=20").json().path("items")) {
            List<String> members = ids(match.path("members"));
            if (apart.size() % 2 == 0) {
                vetoes(members.getFirst(), members.getLast());
            } else {
                organization.partnersUntilNow("earlier", members.getFirst(), members.getLast());
            }
            apart.add(Set.of(members.getFirst(), members.getLast()));
        }
        assertThat(apart).hasSize(20);
        await().atMost(PATIENCE)
                .until(() ->
                        apart.stream()
                                .allMatch(two -> two.stream().anyMatch(one -> isApart(one, two))));
        return apart;
    }

    private void vetoes(String one, String other) {
        organization.registered(organization.name(one));
        Http person = new Http(port, organization.token(organization.name(one), "participant"));
        await().atMost(PATIENCE)
                .until(
                        () ->
                                person.post(
                                                "/api/matching/v1/me/vetoes",
                                                "{\"participantId\":\"%s\"}".formatted(other))
                                        .status(),
                        status -> status == 200);
    }

    private boolean isApart(String one, Set<String> two) {
        return people.find(one).orElseThrow().keptApart(Instant.EPOCH).stream()
                .anyMatch(other -> !other.equals(one) && two.contains(other));
    }

    /** Checked by code that the engine has no part in; nobody is in two matches. */
    private void assertEachMatchKeepsToAllRules(
            Manager boss, String round, int count, Set<Set<String>> apart) {
        List<MatchingProfile> profiles =
                new Crowd(organization, CROWD)
                        .profiles().values().stream().map(MatchingProfileChanged::profile).toList();
        LocalDate monday =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                        .with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        RulesByHand rules = new RulesByHand(profiles, apart, monday);
        List<JsonNode> matches = boss.all(round, "/matches");
        assertThat(matches)
                .hasSize(count)
                .allSatisfy(match -> {
                    RulesByHand.assertTermsAddUp(match);
                    rules.assertKept(match);
                });
        assertThat(matches.stream().flatMap(match -> ids(match.path("members")).stream()))
                .doesNotHaveDuplicates();
    }

    /** Everybody has one outcome, and nothing is announced twice. */
    private static void assertEachOutcomeIsAnnouncedOnce(
            String round, Set<String> everybody, int matches, int unmatched) {
        List<MatchEvent> matched = Manager.events(Topics.MATCHES, MatchEvent.class, round, matches);
        List<UnmatchedEvent> left =
                Manager.events(Topics.UNMATCHED, UnmatchedEvent.class, round, unmatched);
        assertThat(matched)
                .hasSize(matches)
                .extracting(event -> event.match().matchId())
                .doesNotHaveDuplicates();
        assertThat(left)
                .hasSize(unmatched)
                .extracting(event -> event.unmatched().outcomeId())
                .doesNotHaveDuplicates();
        assertThat(
                        Stream.concat(
                                matched.stream().flatMap(event -> event.match().members().stream()),
                                left.stream().map(event -> event.unmatched().member())))
                .extracting(Member::participantId)
                .containsExactlyInAnyOrderElementsOf(everybody);
    }

    /** A match's terms add up, and whom else its members could have had costs what it costs. */
    private static void assertExplained(Manager boss, String round, String id) {
        JsonNode one = boss.get(round, "/candidates/" + id).json();
        assertThat(one.path("considered").asInt()).isEqualTo(PEOPLE - 1);
        int forbidden = 0;
        for (JsonNode bound : one.path("forbidden")) {
            assertThat(bound.path("rule").asString()).isNotEmpty();
            forbidden += bound.path("people").asInt();
        }
        assertThat(forbidden).isBetween(1, PEOPLE - 1);
        JsonNode match = one.path("match");
        if (match.isMissingNode()) {
            return;
        }
        assertThat(one.path("better").asInt()).isLessThanOrEqualTo(PEOPLE - 2 - forbidden);
        RulesByHand.assertTermsAddUp(match);
        assertThat(ids(match.path("members"))).contains(id);
        for (JsonNode next : match.path("nextBest")) {
            assertThat(ids(match.path("members")))
                    .contains(next.path("id").asString())
                    .doesNotContain(next.path("partner").asString());
            assertThat(next.path("cost").asInt()).isNotNegative();
        }
    }

    /** What a member reads of their match is what the manager reads, and in plain words. */
    private void assertExplainedToMembers(Manager boss, String round) {
        JsonNode match = boss.get(round, "/matches?limit=1").json().path("items").path(0);
        List<String> members = ids(match.path("members"));
        organization.registered(organization.name(members.getFirst()));
        Http member =
                new Http(
                        port,
                        organization.token(organization.name(members.getFirst()), "participant"));
        JsonNode mine =
                await().atMost(PATIENCE)
                        .until(
                                () -> member.get("/api/matching/v1/me/matches").json(),
                                answer -> answer.path("items").size() == 1)
                        .path("items")
                        .path(0);
        assertThat(mine.path("partners").path(0).asString())
                .isIn(members)
                .isNotEqualTo(members.getFirst());
        assertThat(mine.path("score")).isEqualTo(match.path("score"));
        RulesByHand.assertTermsOfMineAddUp(mine);
        assertThat(mine.path("commonMinutes")).isEqualTo(match.path("commonMinutes"));
        assertThat(mine.path("sentences"))
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence.path("text").asString()).isNotBlank());
    }

    private static List<String> ids(JsonNode members) {
        return StreamSupport.stream(members.spliterator(), false)
                .map(member -> member.path("participantId").asString())
                .toList();
    }

    private List<String> candidates() {
        List<String> ids = new ArrayList<>();
        people.forEachCandidate(
                organization.id("program"), person -> ids.add(person.participantId()));
        return ids;
    }

    private static JsonNode watched(Manager boss, String round) {
        List<Integer> percents = new ArrayList<>();
        List<JsonNode> underWay = new ArrayList<>();
        JsonNode end =
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(200))
                        .until(
                                () -> boss.get(round, "").json(),
                                json -> {
                                    percents.add(json.path("percent").asInt());
                                    boolean computing = stage(json).equals("COMPUTING");
                                    if (computing && json.has("progress")) {
                                        underWay.add(json.path("progress"));
                                    }
                                    return !computing;
                                });
        assertThat(percents).isSorted().endsWith(100);
        assertThat(underWay)
                .as("how far it was, while it was being computed")
                .anySatisfy(progress -> {
                    assertThat(progress.path("step").asString()).isNotEmpty();
                    assertThat(progress.path("percent").asInt()).isBetween(5, 99);
                    assertThat(progress.path("expectedAt").asString()).isNotEmpty();
                });
        return end;
    }

    private static String stage(JsonNode round) {
        return round.path("stage").asString();
    }
}
