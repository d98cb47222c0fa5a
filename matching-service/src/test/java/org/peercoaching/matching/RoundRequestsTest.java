package org.peercoaching.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.events.RoundEvent;
import org.peercoaching.events.Topics;
import org.peercoaching.kit.aggregate.Claims;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A program has one open round at a time, whoever asks, how often, and all at once. */
@ServiceTest
class RoundRequestsTest {

    private final Organization organization = new Organization();

    private final Claims claims;

    @LocalServerPort int port;

    RoundRequestsTest(Claims claims) {
        this.claims = claims;
    }

    private Manager boss() {
        organization.registered("boss");
        organization.program("program", "boss");
        return new Manager(port, organization, "boss", "program");
    }

    @Test
    void aSecondRoundHasToWaitForTheFirst() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben");
        String round = boss.computed(2);
        assertThat(boss.start("second").code()).isEqualTo("round-open");
        boss.published(round);
        assertThat(boss.start("second").status()).isEqualTo(201);
    }

    @Test
    void aRetriedStartAnswersWithTheSameRoundEvenAfterLaterOnes() {
        Manager boss = boss();
        Http.Answer first = boss.start("first");
        String id = first.json().path("id").asString();
        boss.in("COMPUTED", id);
        boss.act(id, "discard");
        assertThat(boss.start("second").status()).isEqualTo(201);
        assertThat(boss.start("first").json().path("id").asString()).isEqualTo(id);
        assertThat(boss.startAtOnce("first", 2).code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void aKeyThatWasUsedInAnotherProgramStartsARoundOfThisOne() {
        Manager boss = boss();
        organization.program("second", "boss");
        Manager second = new Manager(port, organization, "boss", "second");
        String first = boss.start("monday").json().path("id").asString();
        Http.Answer other = second.start("monday");
        assertThat(other.status()).as(other.body()).isEqualTo(201);
        assertThat(other.json().path("id").asString()).isNotEqualTo(first);
    }

    @Test
    void aStartThatTookOverADeadOneIsFoundAgainByItsKey() {
        Manager boss = boss();
        String dead = Ids.random();
        claims.claim("open-round:" + organization.id("program"), dead);
        assertThat(boss.start("taking-over").json().path("id").asString()).isEqualTo(dead);
        assertThat(boss.start("taking-over").json().path("id").asString()).isEqualTo(dead);
        boss.in("COMPUTED", dead);
        boss.act(dead, "discard");
        assertThat(boss.start("taking-over").json().path("id").asString()).isEqualTo(dead);
        assertThat(boss.start("next").status()).isEqualTo(201);
        assertThat(boss.start("taking-over").json().path("id").asString()).isEqualTo(dead);
    }

    @Test
    void ofManyStartsAtOnceOneRoundComes() throws Exception {
        Manager boss = boss();
        boss.act(boss.computed(0), "discard");
        List<Integer> statuses =
                atOnce(8, number -> boss.startAtOnce("start-" + number, number).status());
        assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
    }

    @Test
    void ofManyWhoTakeADeadStartOverOneDoesAndTheOthersMayTryAgain() throws Exception {
        Manager boss = boss();
        String over = boss.computed(0);
        boss.act(over, "discard");
        String key = "open-round:" + organization.id("program");
        String dead = Ids.random();
        claims.release(key, over);
        claims.claim(key, dead);
        List<Integer> statuses =
                atOnce(8, number -> boss.startAtOnce("start-" + number, number).status());
        assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
        boss.in("COMPUTED", dead);
        boss.act(dead, "discard");
        for (int number = 0; number < statuses.size(); number++) {
            if (statuses.get(number) == 409) {
                Http.Answer again = boss.startAtOnce("start-" + number, number);
                assertThat(again.status()).as(again.body()).isEqualTo(201);
                boss.in("COMPUTED", again.json().path("id").asString());
                boss.act(again.json().path("id").asString(), "discard");
            }
        }
    }

    @Test
    void publishedManyTimesAtOnceARoundIsAnnouncedOnce() throws Exception {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben");
        String round = boss.computed(2);
        assertThat(atOnce(8, number -> boss.act(round, "publish").status())).containsOnly(200);
        boss.in("PUBLISHED", round);
        assertThat(boss.allEvents(Topics.MATCHES, MatchEvent.class, round)).hasSize(1);
        assertThat(boss.allEvents(Topics.ROUNDS, RoundEvent.class, round)).hasSize(1);
    }

    @Test
    void noRoundStartsInAProgramThatIsOver() {
        Manager boss = boss();
        organization.closed("program");
        await().untilAsserted(() -> {
            Http.Answer answer = boss.start("over");
            assertThat(answer.code()).isEqualTo("program-closed");
        });
    }

    @Test
    void noRoundIsPublishedInAProgramThatIsOver() {
        Manager boss = boss();
        String round = boss.computed(0);
        organization.closed("program");
        await().until(() -> boss.start("is-it-over").code().equals("program-closed"));
        assertThat(boss.act(round, "publish").code()).isEqualTo("program-closed");
        assertThat(boss.act(round, "discard").status()).isEqualTo(200);
    }

    private static <T> List<T> atOnce(int times, IntFunction<T> request) throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(times)) {
            List<Callable<T>> requests =
                    IntStream.range(0, times)
                            .<Callable<T>>mapToObj(number -> () -> request.apply(number))
                            .toList();
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : clients.invokeAll(requests)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
