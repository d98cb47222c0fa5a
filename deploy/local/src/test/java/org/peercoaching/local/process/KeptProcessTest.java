package org.peercoaching.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptProcessTest {

    @TempDir Path directory;

    private KeptProcess kept;

    @BeforeEach
    void start() throws Exception {
        Files.createDirectory(log().getParent());
        List<String> line =
                List.of(
                        "/bin/sh",
                        "-c",
                        "kill -INT $$; echo survived as $ROLE; exec tail -f /dev/null");
        kept =
                KeptProcess.start(
                        new Command("sleeper", line, Map.of("ROLE", "guard"), log()), () -> {});
        await().until(() -> Files.readString(log()).equals("survived as guard\n"));
    }

    private Path log() {
        return directory.resolve("logs/sleeper.log");
    }

    @AfterEach
    void stop() {
        kept.stop(Duration.ofSeconds(5));
    }

    @Test
    void whatIsKilledIsStartedAgain() {
        ProcessHandle first = kept.handle();
        first.destroyForcibly();

        await().untilAsserted(() -> {
            assertThat(kept.restarts()).isEqualTo(1);
            assertThat(kept.handle()).isNotEqualTo(first).matches(ProcessHandle::isAlive);
        });
    }

    @Test
    void whatCannotBeStartedAgainAtOnceIsTriedUntilItCan() throws Exception {
        Files.delete(log());
        Files.delete(log().getParent());
        kept.handle().destroyForcibly();
        await().until(() -> kept.restarts() == 2);
        assertThat(kept.handle().isAlive()).as("there is nowhere to log to").isFalse();

        Files.createDirectory(log().getParent());

        await().until(() -> kept.handle().isAlive());
    }

    @Test
    void whatIsStoppedStaysStopped() {
        kept.stop(Duration.ofSeconds(5));

        assertThat(kept.handle().isAlive()).isFalse();
        assertThat(kept.restarts()).isZero();
    }

    @Test
    void ctrlCIsForTheLauncherAlone() throws Exception {
        assertThat(Files.readString(log())).as("it interrupts itself first").contains("survived");
    }

    @Test
    void aProcessIsFoundByNumberAndStartOnly() {
        ProcessId id = ProcessId.of(kept.handle());

        assertThat(ProcessId.parse(id.toString()).find()).contains(kept.handle());
        assertThat(new ProcessId(id.pid(), id.startedMillis() - 60_000).find()).isEmpty();
    }

    @Test
    void aClockThatIsSetRightByAFewSecondsLosesNoProcess() {
        ProcessId id = ProcessId.of(kept.handle());

        assertThat(new ProcessId(id.pid(), id.startedMillis() + 3_000).find())
                .contains(kept.handle());
    }
}
