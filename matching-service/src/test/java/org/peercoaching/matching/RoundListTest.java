package org.peercoaching.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The list of a program's rounds; who may read it, {@link RelationsTest} says. */
@ServiceTest
class RoundListTest {

    private final Organization organization = new Organization();

    @LocalServerPort int port;

    private Manager boss(String program) {
        organization.registered("boss");
        organization.program(program, "boss");
        return new Manager(port, organization, "boss", program);
    }

    @Test
    void theLatestComesFirstWithWhereItStandsAndHowGoodItIs() {
        Manager boss = boss("program");
        organization.candidates("program", "anna", "ben", "cora");
        String published = boss.computed(3);
        boss.published(published);
        String discarded = boss.start("second").json().path("id").asString();
        boss.in("COMPUTED", discarded);
        assertThat(boss.act(discarded, "discard").status()).isEqualTo(200);
        String dryRun = boss.started("{\"seed\":7,\"dryRun\":true}");
        boss.in("COMPUTED", dryRun);

        JsonNode items = boss.rounds("").json().path("items");
        assertThat(ids(items)).startsWith(dryRun, discarded, published);
        assertThat(items.path(0).path("dryRun").asBoolean()).isTrue();
        assertThat(items.path(0).path("seed").asInt()).isEqualTo(7);
        assertThat(items.path(0).path("stage").asString()).isEqualTo("COMPUTED");
        assertThat(items.path(1).path("stage").asString()).isEqualTo("DISCARDED");
        JsonNode last = items.path(2);
        assertThat(last.path("stage").asString()).isEqualTo("PUBLISHED");
        assertThat(last.path("publishedAt").asString()).isNotEmpty();
        assertThat(last.path("result").path("candidates").asInt()).isEqualTo(3);
        assertThat(last.path("result").path("trios").asInt()).isEqualTo(1);
        assertThat(last.path("result")).isEqualTo(boss.get(published, "").json().path("result"));
        assertThat(last.has("review")).isFalse();
    }

    @Test
    void pagesFollowEachOtherWithoutAGapAndWhatIsStartedMeanwhileDoesNotMoveThem() {
        Manager boss = boss("program");
        List<String> started = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            started.addFirst(rejected(boss, "round-" + number));
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = boss.rounds("?limit=2" + cursor).json();
            assertThat(page.path("items").size()).isLessThanOrEqualTo(2);
            seen.addAll(ids(page.path("items")));
            String next = page.path("next").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
            rejected(boss, "meanwhile-" + seen.size());
        } while (!cursor.isEmpty());
        assertThat(seen).containsExactlyElementsOf(started);
    }

    @Test
    void roundsOfOtherProgramsAreInOtherLists() {
        Manager boss = boss("program");
        String here = rejected(boss, "here");
        Manager elsewhere = boss("elsewhere");
        String there = rejected(elsewhere, "there");
        assertThat(ids(boss.rounds("").json().path("items"))).containsExactly(here);
        assertThat(ids(elsewhere.rounds("").json().path("items"))).containsExactly(there);
    }

    @Test
    void aCursorThatIsNoneIsRefused() {
        Manager boss = boss("program");
        rejected(boss, "first");
        for (String cursor : List.of("x", "p1", "12-", "99999999999999999999-a", "%24gt")) {
            Http.Answer answer = boss.rounds("?cursor=" + cursor);
            assertThat(answer.code()).as(cursor).isEqualTo("invalid-cursor");
        }
    }

    /** Starts a round that its manager decides against. */
    private static String rejected(Manager boss, String key) {
        String round = boss.start(key).json().path("id").asString();
        boss.in("COMPUTED", round);
        assertThat(boss.act(round, "discard").status()).isEqualTo(200);
        return round;
    }

    private static List<String> ids(JsonNode items) {
        List<String> ids = new ArrayList<>();
        items.forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }
}
