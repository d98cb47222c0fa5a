package org.peercoaching.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.ParticipantEvent;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.testkit.Hearing;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.Operations;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.TestIssuer;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** What it costs every service, in round trips to its store, to know who is who. */
@ServiceTest
@Import(Operations.Installed.class)
@DirtiesContext
class WhoIsWhoCostTest {

    private static final String GOAL = "/api/kit/v1/goals/none";

    private final Operations operations;
    private final String login = "login-" + Ids.random();
    private final String id = "p-" + login;

    @LocalServerPort int port;

    WhoIsWhoCostTest(Operations operations) {
        this.operations = operations;
    }

    /** What other tests announced is read first: it costs something, too. */
    @BeforeEach
    void readAll() {
        await().until(() -> Hearing.isUpToDate("kit"));
        operations.clear();
    }

    @Test
    void whatIsHeardOfAPersonTakesOneWriteForTheLoginAndOneForThePerson() {
        hear(1, ParticipantEvent.Status.ACTIVE);
        assertThat(operations.ofEvents())
                .containsExactly("update login-holders", "update login-people");
        operations.clear();
        hear(2, ParticipantEvent.Status.LEFT);
        assertThat(operations.ofEvents())
                .containsExactly("update login-holders", "update login-people");
    }

    @Test
    void whatIsNoNewsTakesOneWriteMoreToBeSureOfIt() {
        hear(2, ParticipantEvent.Status.ACTIVE);
        operations.clear();
        hear(1, ParticipantEvent.Status.ACTIVE);
        assertThat(operations.ofEvents())
                .containsExactly(
                        "update login-holders", "update login-people", "update login-people");
    }

    @Test
    void whoAsksIsLookedUpWithTwoReadsAndThenKnown() {
        Http person = new Http(port, TestIssuer.token(login, "participant"));
        assertThat(person.get(GOAL).status()).isEqualTo(503);
        assertThat(operations.all()).containsExactly("find login-holders");
        hear(1, ParticipantEvent.Status.ACTIVE);
        operations.clear();
        assertThat(person.get(GOAL).status()).isEqualTo(404);
        assertThat(operations.all())
                .containsExactly("find login-holders", "find login-people", "find goals");
        operations.clear();
        assertThat(person.get(GOAL).status()).isEqualTo(404);
        assertThat(operations.all()).containsExactly("find goals");
    }

    private void hear(long sequence, ParticipantEvent.Status status) {
        Directory.announce(id, sequence, login, status);
        await().until(() -> Hearing.isUpToDate("kit"));
    }
}
