package org.peercoaching.local.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peercoaching.local.process.ProcessId;

class RunningPlatformTest {

    private static final int SIGNAL = 128;
    private static final int KILLED = SIGNAL + 9;
    private static final int TERMINATED = SIGNAL + 15;

    @TempDir Path directory;

    private DataDirectory data;

    @BeforeEach
    void create() throws Exception {
        data = new DataDirectory(directory).create();
    }

    @Test
    void theNoteIsFoundWhileTheLauncherLives() throws Exception {
        RunningPlatform running =
                new RunningPlatform(ProcessId.self(), 8080, Map.of("broker", new ProcessId(1, 2)));
        running.note(data);

        assertThat(RunningPlatform.alive(data)).contains(running);

        RunningPlatform.forget(data);
        assertThat(RunningPlatform.noted(data)).isEmpty();
    }

    @Test
    void aDeadLauncherIsNotTakenForALivingProcessOfTheSameNumber() throws Exception {
        ProcessId recycled = new ProcessId(ProcessId.self().pid(), 1);
        new RunningPlatform(recycled, 8080, Map.of()).note(data);

        assertThat(RunningPlatform.alive(data)).isEmpty();
        assertThat(RunningPlatform.noted(data)).isPresent();
    }

    @Test
    void whatOutlivedItsLauncherIsEnded() throws Exception {
        Process orphan = new ProcessBuilder("tail", "-f", "/dev/null").start();

        assertThat(left(orphan).endLeftovers(Duration.ofMinutes(1))).isEqualTo(1);
        assertThat(orphan.isAlive()).isFalse();
        assertThat(orphan.exitValue()).as("asked to end").isEqualTo(TERMINATED);
    }

    @Test
    void whatDoesNotEndByItselfIsKilled() throws Exception {
        Process stubborn =
                new ProcessBuilder("sh", "-c", "trap '' TERM; echo ready; exec tail -f /dev/null")
                        .start();
        assertThat(stubborn.inputReader().readLine()).isEqualTo("ready");

        assertThat(left(stubborn).endLeftovers(Duration.ofMillis(200))).isEqualTo(1);
        assertThat(stubborn.waitFor()).isEqualTo(KILLED);
    }

    private static RunningPlatform left(Process process) {
        return new RunningPlatform(
                new ProcessId(1, 1),
                8080,
                Map.of("orphan", ProcessId.of(process.toHandle()), "gone", new ProcessId(1, 1)));
    }

    @Test
    void secretsAreMadeOnceAndAreTheOwnersOnly() throws Exception {
        Secrets secrets = Secrets.in(data.secrets());

        assertThat(Secrets.in(data.secrets())).isEqualTo(secrets);
        assertThat(secrets.organizationSecret()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(java.util.Base64.getDecoder().decode(secrets.masterKey())).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.secrets())))
                .isEqualTo("rw-------");
    }
}
