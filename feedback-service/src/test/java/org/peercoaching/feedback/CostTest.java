package org.peercoaching.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.peercoaching.feedback.Cast.held;
import static org.peercoaching.feedback.Cast.member;
import static org.peercoaching.feedback.Scene.about;
import static org.peercoaching.feedback.Scene.answer;
import static org.peercoaching.feedback.Scene.answers;
import static org.peercoaching.feedback.Scene.exchange;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.SessionEvent.Session;
import org.peercoaching.events.SessionEvent.SessionCompleted;
import org.peercoaching.events.SessionEvent.SessionConfirmed;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.testkit.Hearing;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.Operations;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** What each thing costs in round trips to the store. */
@ServiceTest
@Import(Operations.Installed.class)
@DirtiesContext
class CostTest {

    private static final Duration WINDOW_AND_A_DAY = Duration.ofDays(8);

    @LocalServerPort int port;

    private final BusinessClock clock;
    private final Operations operations;
    private final String anna = Ids.random();
    private final String ben = Ids.random();

    private Scene scene;
    private Http asAnna;

    CostTest(BusinessClock clock, Operations operations) {
        this.clock = clock;
        this.operations = operations;
    }

    /** Anna answered before: her key exists, and her unit's tally of the week. */
    @BeforeEach
    void annaHasAnsweredBefore() {
        scene = new Scene(port, clock);
        asAnna = scene.person(anna, "participant");
        // What other tests announced is read first: it costs something, too.
        await().until(() -> Hearing.isUpToDate("feedback"));
        operations.clear();
        String earlier = scene.exchangeOf(session());
        awaitClearing();
        operations.clear();
        asAnna.post(answers(earlier), answer(about(ben, "First.")));
        awaitOperations("insert tallies", "update open-requests");
        awaitClearing();
        operations.clear();
    }

    @Test
    void aHeldSessionCostsOneReadAndAWriteForEachDocument() {
        Session session = session();
        scene.publish(session.sessionId(), 2, new SessionCompleted(session));
        awaitClearing();
        assertThat(operations.all())
                .containsExactly(
                        "find exchanges",
                        "update due",
                        "update open-requests",
                        "insert exchanges",
                        "update exchanges");
    }

    @Test
    void itsConfirmationCostsOneReadAndOneWrite() {
        Session session = session();
        scene.exchangeOf(session);
        awaitClearing();
        operations.clear();
        scene.publish(session.sessionId(), 3, new SessionConfirmed(session));
        awaitOperations("update exchanges");
        assertThat(operations.all()).containsExactly("find exchanges", "update exchanges");
    }

    @Test
    void anAnswerCostsOneReadAndOneWriteAndItsCountingTwoReadsAndOneWrite() {
        String id = scene.exchangeOf(session());
        awaitClearing();
        operations.clear();
        asAnna.post(answers(id), answer(about(ben, "Again.")));
        assertThat(operations.ofRequests()).containsExactly("find exchanges", "update exchanges");
        awaitOperations("update tallies", "update open-requests");
        awaitClearing();
        assertThat(operations.all())
                .containsExactlyInAnyOrder(
                        "find exchanges",
                        "update exchanges",
                        "update exchanges",
                        "update open-requests",
                        "find exchanges",
                        "find tallies",
                        "update tallies");
    }

    @Test
    void theLastAnswerWhichRevealsAllCostsNoMoreThanTheFirst() {
        Http asBen = scene.person(ben, "participant");
        operations.clear();
        String id = scene.exchangeOf(session());
        asAnna.post(answers(id), answer(about(ben, "First.")));
        await().until(() -> exchangeWrites().size() == 4);
        operations.clear();
        assertThat(asBen.post(answers(id), answer(about(anna, "Last."))).status()).isEqualTo(201);
        assertThat(operations.ofRequests()).containsExactly("find exchanges", "update exchanges");
        assertThat(asAnna.get(exchange(id)).json().hasNonNull("revealedAt")).isTrue();
    }

    @Test
    void theEndOfAWindowCostsOneReadAndAWriteForEachDocument() {
        scene.timePasses(WINDOW_AND_A_DAY);
        operations.clear();
        scene.exchangeOf(session());
        awaitClearing();
        operations.clear();
        scene.timePasses(WINDOW_AND_A_DAY);
        assertThat(operations.ofRequests())
                .filteredOn(one -> one.endsWith(" exchanges") || one.endsWith(" open-requests"))
                .containsExactly("find exchanges", "update exchanges", "update open-requests");
    }

    @Test
    void aListOfRequestsCostsTwoReadsAndAnExchangeOne() {
        String id = scene.exchangeOf(session());
        awaitClearing();
        operations.clear();
        asAnna.get(Scene.API + "/me/requests");
        assertThat(operations.ofRequests()).containsExactly("find open-requests", "find exchanges");
        operations.clear();
        asAnna.get(exchange(id));
        assertThat(operations.ofRequests()).containsExactly("find exchanges");
    }

    private Session session() {
        return held(
                Ids.random(),
                "program-of-costs",
                member(anna, "/engineering/" + anna.substring(0, 8)),
                member(ben, "/finance"));
    }

    private void awaitOperations(String... wanted) {
        await().untilAsserted(() -> assertThat(operations.all()).contains(wanted));
    }

    /**
     * The exchange was written, and its events were taken out again by one write for all of them.
     */
    private void awaitClearing() {
        await().until(() -> exchangeWrites().size() == 2);
    }

    private List<String> exchangeWrites() {
        return operations.all().stream()
                .filter(one -> one.endsWith(" exchanges") && !one.startsWith("find"))
                .toList();
    }
}
