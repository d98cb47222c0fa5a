package org.peercoaching.local.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peercoaching.local.clock.Look.GroupLook;
import org.peercoaching.local.clock.Look.Position;

/**
 * A service that answers as it is told, and consumer groups likewise; the last answer of each is
 * repeated.
 */
class BusinessClockStepsTest {

    private static final TopicPartition PARTITION = new TopicPartition("coaching.sessions.v1", 3);

    private record Answer(int status, String body) {}

    @TempDir Path directory;

    private final Deque<Answer> clockAnswers = new ArrayDeque<>();
    private final Deque<Answer> flowAnswers =
            new ArrayDeque<>(List.of(new Answer(200, "{\"outboxPending\":0}")));
    private final Deque<Map<String, GroupLook>> groupLooks =
            new ArrayDeque<>(List.of(group(true, 7, 7)));
    private final List<String> calls = new ArrayList<>();

    private HttpServer service;
    private BusinessClockSteps steps;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/actuator/businessclock", call -> answer(call, clockAnswers));
        service.createContext("/actuator/flow", call -> answer(call, flowAnswers));
        service.start();
        clockAnswers.add(new Answer(200, "{\"settled\":true}"));
        URI address = URI.create("http://localhost:" + service.getAddress().getPort());
        steps =
                new BusinessClockSteps(
                        directory.resolve("clock"),
                        Map.of("session", address),
                        () -> "operator-token",
                        () -> next(groupLooks));
    }

    @AfterEach
    void stop() {
        steps.close();
        service.stop(0);
    }

    private void answer(HttpExchange call, Deque<Answer> answers) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(
                call.getRequestMethod()
                        + " "
                        + call.getRequestHeaders().getFirst("Authorization")
                        + " "
                        + body);
        Answer answer = next(answers);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(answer.status(), bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    private static <T> T next(Deque<T> answers) {
        return answers.size() > 1 ? answers.remove() : answers.element();
    }

    private static Map<String, GroupLook> group(boolean settled, long committed, long end) {
        return Map.of(
                "session", new GroupLook(settled, Map.of(PARTITION, new Position(committed, end))));
    }

    @Test
    void theOffsetIsKeptAndSentToTheServiceAsAnOperator() throws Exception {
        assertThat(steps.offset()).isEmpty();

        steps.moveTo(Duration.ofHours(-4344));

        assertThat(calls).first().isEqualTo("POST Bearer operator-token {\"offset\":\"PT-4344H\"}");
        assertThat(steps.offset()).contains(Duration.ofHours(-4344));
    }

    @Test
    void aServiceThatIsBeingRestartedOrHasWorkLeftIsAskedAgain() throws Exception {
        clockAnswers.addFirst(new Answer(200, "{\"settled\":false}"));
        clockAnswers.addFirst(new Answer(503, "{}"));

        steps.moveTo(Duration.ZERO);

        assertThat(calls.stream().filter(call -> call.startsWith("POST"))).hasSize(3);
    }

    @Test
    void aRefusalEndsTheStep() {
        clockAnswers.addFirst(new Answer(403, "{}"));

        assertThatThrownBy(() -> steps.moveTo(Duration.ZERO))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("403");
    }

    @Test
    void restMeansTwoEqualLooks() throws Exception {
        groupLooks.addFirst(group(true, 6, 6));
        groupLooks.addFirst(group(true, 5, 5));

        steps.awaitRest();

        assertThat(looks()).as("5 of 5, 6 of 6, 7 of 7, and 7 of 7 again").isEqualTo(4);
    }

    @Test
    void unpublishedEventsAreNoRest() throws Exception {
        flowAnswers.addFirst(new Answer(200, "{\"outboxPending\":2}"));
        flowAnswers.addFirst(new Answer(200, "{\"outboxPending\":2}"));

        steps.awaitRest();

        assertThat(looks()).isEqualTo(4);
    }

    @Test
    void unreadEventsAndMovingGroupsAreNoRest() throws Exception {
        groupLooks.addFirst(group(false, 7, 7));
        groupLooks.addFirst(group(false, 7, 7));
        groupLooks.addFirst(group(true, 6, 7));
        groupLooks.addFirst(group(true, 6, 7));

        steps.awaitRest();

        assertThat(looks()).isEqualTo(6);
    }

    private long looks() {
        return calls.stream().filter(call -> call.startsWith("GET")).count();
    }
}
