package org.peercoaching.kit.sample;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.TestIssuer;
import org.peercoaching.testkit.TestStore;

class ShutdownTest {

    @Test
    void aRequestThatIsRunningIsAnsweredBeforeTheServiceStops() throws Exception {
        OwnService service = new OwnService(TestStore.uri("kit-shutdown"));
        int port = service.port();
        Http anna = new Http(port, TestIssuer.token("anna", "participant"));
        SlowController slow = service.part(SlowController.class);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Http.Answer> running = threads.submit(() -> anna.get("/api/kit/v1/slow"));
            await().until(slow::isRunning);

            Future<?> stopping = threads.submit(service::close);
            await().until(() -> refusesNewcomers(port));
            slow.release();

            assertThat(running.get(20, SECONDS).status()).isEqualTo(200);
            stopping.get(30, SECONDS);
        }
    }

    private static boolean refusesNewcomers(int port) throws IOException {
        try (Socket newcomer = new Socket("localhost", port)) {
            return !newcomer.isConnected();
        } catch (ConnectException refused) {
            return true;
        }
    }
}
