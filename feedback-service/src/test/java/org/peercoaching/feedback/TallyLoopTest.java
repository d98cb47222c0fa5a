package org.peercoaching.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.peercoaching.feedback.Cast.held;
import static org.peercoaching.feedback.Cast.member;
import static org.peercoaching.feedback.Scene.about;
import static org.peercoaching.feedback.Scene.answer;
import static org.peercoaching.feedback.Scene.answers;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.ProgramEvent.Method;
import org.peercoaching.events.SessionEvent.Session;
import org.peercoaching.events.TallyEvent.Dimension;
import org.peercoaching.events.TallyEvent.FeedbackTallied;
import org.peercoaching.events.TallyEvent.Histogram;
import org.peercoaching.events.TallyEvent.Tally;
import org.peercoaching.events.Topics;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.TopicReader;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From answers to the tally of their week, on the topic. */
@ServiceTest
class TallyLoopTest {

    @LocalServerPort int port;

    private final BusinessClock clock;
    private final String program = "program-" + Ids.random();

    TallyLoopTest(BusinessClock clock) {
        this.clock = clock;
    }

    @Test
    void aWeeksAnswersArePublishedOnceOfUnitsThatAreLargeEnoughAloneOrTogether() {
        Scene scene = new Scene(port, clock);
        answerAll(scene, "/engineering/storage", 6);
        answerAll(scene, "/engineering/networks", 2);
        answerAll(scene, "/engineering/compilers", 4);
        answerAll(scene, "/finance", 2);
        assertThat(tallies()).isEmpty();
        scene.timePasses(Duration.ofDays(15));
        await().untilAsserted(() -> assertThat(tallies()).hasSize(2));
        scene.timePasses(Duration.ofDays(7));
        assertThat(tallies())
                .allSatisfy(tally -> assertThat(tally.method()).isEqualTo(Method.ONE_ON_ONE))
                .allSatisfy(tally ->
                        assertThat(tally.dimensions())
                                .contains(
                                        new Histogram(
                                                Dimension.SUPPORT,
                                                List.of(0, 0, 0, 0, tally.answers()))))
                .extracting(Tally::unit, Tally::givers)
                .containsExactlyInAnyOrder(
                        tuple("/engineering/storage", 6), tuple("/engineering", 6));
    }

    /** People of a unit meet in pairs, and each answers. */
    private void answerAll(Scene scene, String unit, int people) {
        List<String> ids = IntStream.range(0, people).mapToObj(i -> Ids.random()).toList();
        List<Session> sessions =
                IntStream.range(0, people / 2)
                        .mapToObj(i ->
                                held(
                                        Ids.random(),
                                        program,
                                        member(ids.get(2 * i), unit),
                                        member(ids.get(2 * i + 1), unit)))
                        .toList();
        List<String> exchanges = scene.exchangesOf(sessions);
        for (int i = 0; i < people; i++) {
            String peer = ids.get(i ^ 1);
            Http person = scene.person(ids.get(i), "participant");
            Http.Answer given = person.post(answers(exchanges.get(i / 2)), answer(about(peer, "")));
            assertThat(given.status()).as(given.body()).isEqualTo(201);
        }
    }

    private List<Tally> tallies() {
        return TopicReader.events(Topics.TALLIES.name()).stream()
                .map(published -> ((FeedbackTallied) published.event()).tally())
                .filter(tally -> tally.programId().equals(program))
                .toList();
    }
}
