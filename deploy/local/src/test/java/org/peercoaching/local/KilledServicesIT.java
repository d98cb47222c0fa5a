package org.peercoaching.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peercoaching.events.Topics;
import org.peercoaching.local.data.RunningPlatform;
import org.peercoaching.local.endtoend.Figures;
import org.peercoaching.local.endtoend.RawTopics;
import org.peercoaching.local.endtoend.Stores;
import org.peercoaching.local.issuer.Account;
import org.peercoaching.local.issuer.SignIn;
import org.peercoaching.local.process.ProcessId;
import org.peercoaching.local.service.Service;
import org.peercoaching.testkit.TopicReader;

/**
 * A small organization is loaded through the public APIs while first the launcher, with the loader
 * and the store in it, and then each service is killed in the middle of it. The loader goes on
 * where it was and repeats what was not answered, the launcher starts again what died; nothing may
 * be lost, doubled or out of order for a reader that follows the rules.
 */
class KilledServicesIT {

    private static final Duration LOADED_WITHIN = Duration.ofMinutes(8);

    /** Until everything that happened has been released. */
    private static final Duration FIVE_WEEKS = Duration.ofDays(35);

    @TempDir Path directory;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void nothingIsLostDoubledOrOutOfOrderWhenAnyProcessIsKilledInTheMiddle() throws Exception {
        try (Up up = new Up(directory, "--demonstration", "SMALL")) {
            up.begin();
            await().atMost(LOADED_WITHIN).until(() -> up.output().contains("week 3 of 6"));
            up.process().destroyForcibly().waitFor();
            up.begin();
            await().atMost(LOADED_WITHIN)
                    .until(() -> up.output().contains("Loading the demonstration"));
            for (Service service : up.services()) {
                assertThat(up.output()).as("still in the middle").doesNotContain("Ctrl-C");
                kill(up, service);
            }
            await().atMost(LOADED_WITHIN).until(() -> up.output().contains("Ctrl-C"));

            assertThat(up.output()).doesNotContain("Refused");
            RawTopics topics = new RawTopics(up.broker());
            System.out.printf(
                    "%d events after %d kills, %d of them repeats.%n",
                    topics.events().size(), up.services().size() + 1, topics.repeats());
            assertThat(topics.events()).hasSizeGreaterThan(500);
            assertThat(topics.unreadable()).isZero();
            assertThat(topics.sourcesInDisorder()).isEmpty();
            assertThat(topics.contradictions()).isEmpty();
            assertThat(
                            Stores.disagreeing(
                                    up.store(),
                                    up.services().stream().map(Service::id).toList(),
                                    topics))
                    .as("aggregates with other events in the store than on the topics")
                    .isEmpty();
            for (Service service : up.services()) {
                assertThat(TopicReader.records(up.broker(), Topics.deadLetters(service.id())))
                        .as("dead letters of %s", service)
                        .isEmpty();
            }
            up.moveTime(FIVE_WEEKS);
            new Figures(
                            up.client(new SignIn(up.origin()).token("analyst", Account.PASSWORD)),
                            FIVE_WEEKS)
                    .awaitCaughtUp()
                    .assertEqualToRecountOf(new RawTopics(up.broker()));
        }
    }

    private void kill(Up up, Service service) throws Exception {
        ProcessId before = process(up, service);
        before.find().orElseThrow().destroyForcibly();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !process(up, service).equals(before) && isReady(up, service));
    }

    private static ProcessId process(Up up, Service service) throws IOException {
        return RunningPlatform.noted(up.data()).orElseThrow().children().get(service.module());
    }

    private boolean isReady(Up up, Service service) throws InterruptedException {
        HttpRequest probe =
                HttpRequest.newBuilder(
                                URI.create(up.service(service) + "/actuator/health/readiness"))
                        .build();
        try {
            return http.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notThereYet) {
            return false;
        }
    }
}
