package org.peercoaching.matching.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peercoaching.matching.Manager;
import org.peercoaching.matching.Organization;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.LeftOut;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.testkit.Operations;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** A manager cancels a computation, over HTTP. */
@ServiceTest
@Import({TouchyMatcher.Installed.class, Operations.Installed.class})
class CancelledRoundTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Organization organization = new Organization();
    private final TouchyMatcher matcher;
    private final Operations operations;

    @LocalServerPort int port;

    CancelledRoundTest(TouchyMatcher matcher, Operations operations) {
        this.matcher = matcher;
        this.operations = operations;
    }

    @Test
    void whatIsFoundSoFarIsTakenAndCanBePublished() {
        Manager boss = boss();
        boss.act(boss.computed(2), "discard");
        holdsUntilItIsCancelled(true);
        String round = boss.start("held").json().path("id").asString();
        cancel(boss, round);
        JsonNode taken = boss.in("COMPUTED", round);
        assertThat(taken.path("complete").asBoolean(true)).isFalse();
        assertThat(taken.path("result").path("matched").asInt()).isEqualTo(2);
        boss.published(round);
    }

    @Test
    void whereNothingIsFoundYetTheRoundFailsAndAnotherMayStart() {
        Manager boss = boss();
        boss.act(boss.computed(2), "discard");
        holdsUntilItIsCancelled(false);
        String round = boss.start("held").json().path("id").asString();
        cancel(boss, round);
        assertThat(boss.in("FAILED", round).path("failure").path("code").asString())
                .isEqualTo("cancelled");
        assertThat(boss.act(round, "cancel").code()).isEqualTo("not-computing");
        // Whatever holds the worker would hold the rounds of other tests, too.
        matcher.on(organization.id("anna"), () -> {});
        assertThat(boss.start("next").status()).isEqualTo(201);
    }

    @Test
    void afterAChoiceItIsAsItWasBeforeTheChoice() {
        Manager boss = boss();
        String round = boss.computed(2);
        JsonNode before = boss.get(round, "").json();
        holdsUntilItIsCancelled(false);
        assertThat(boss.choose(round, "forbid", "anna", "ben").status()).isEqualTo(200);
        cancel(boss, round);
        JsonNode after = boss.in("COMPUTED", round);
        assertThat(after.path("review")).isEqualTo(before.path("review"));
        assertThat(after.path("result")).isEqualTo(before.path("result"));
    }

    @Test
    void lookingAtAComputationTakesTwoReadsAndCancellingItTwoReadsAndOneWrite() {
        Manager boss = boss();
        boss.act(boss.computed(2), "discard");
        holdsUntilItIsCancelled(true);
        String round = boss.start("held").json().path("id").asString();
        awaitNoMoreWritesOf(boss, round);
        operations.clear();
        assertThat(boss.get(round, "").json().path("stage").asString()).isEqualTo("COMPUTING");
        assertThat(operations.ofRequests()).containsExactly("find rounds", "find programs");
        operations.clear();
        assertThat(boss.act(round, "cancel").status()).isEqualTo(200);
        assertThat(operations.ofRequests())
                .containsExactly("find rounds", "find programs", "update rounds");
        boss.in("COMPUTED", round);
    }

    /**
     * The engine is held, and how far it came is written down: what else would be written between
     * the read and the write of a request, the request would have to read again.
     */
    private void awaitNoMoreWritesOf(Manager boss, String round) {
        int discardedAndHeld = 2;
        await().atMost(PATIENCE)
                .until(() ->
                        matcher.tasksWith(organization.id("anna")).size() == discardedAndHeld
                                && boss.get(round, "").json().hasNonNull("progress"));
    }

    private Manager boss() {
        organization.registered("boss");
        organization.program("program", "boss");
        organization.candidates("program", "anna", "ben");
        return new Manager(port, organization, "boss", "program");
    }

    /** The engine has found a matching by then, or nothing at all. */
    private void holdsUntilItIsCancelled(boolean found) {
        String anna = organization.id("anna");
        matcher.watched(anna, control -> await().atMost(PATIENCE).until(() -> !control.goOn()));
        matcher.forge(anna, honest -> stopped(honest, found));
    }

    private static Matching stopped(Matching honest, boolean found) {
        List<Group> groups = found ? honest.groups() : List.of();
        List<LeftOut> leftOut = found ? honest.leftOut() : List.of();
        return new Matching(
                groups,
                leftOut,
                found ? honest.weight() : 0,
                honest.bound(),
                honest.certificate(),
                List.of(),
                honest.work(),
                false);
    }

    private static void cancel(Manager boss, String round) {
        assertThat(boss.get(round, "").json().path("stage").asString()).isEqualTo("COMPUTING");
        assertThat(boss.act(round, "cancel").status()).isEqualTo(200);
    }
}
