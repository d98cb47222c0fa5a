package org.peercoaching.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class BrokerTest {

    @TempDir Path directory;

    @Test
    @Timeout(60)
    void aBrokerThatWillNotAnswerIsNotWaitedFor() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        Broker broker = new Broker(directory, portOfNobody(), directory.resolve("classes"));

        assertThat(broker.awaitReady(List.of("session"), () -> looks.incrementAndGet() > 2))
                .isFalse();

        assertThat(looks).hasValue(3);
    }

    private static int portOfNobody() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
