package org.peercoaching.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peercoaching.local.data.DataDirectory;
import org.peercoaching.local.data.RunningPlatform;
import org.peercoaching.local.process.ProcessId;

class LeftoversTest {

    @TempDir Path directory;

    private final List<Process> started = new ArrayList<>();
    private DataDirectory data;

    @BeforeEach
    void create() throws IOException {
        data = new DataDirectory(directory.resolve("data")).create();
    }

    @AfterEach
    void stop() {
        started.forEach(Process::destroyForcibly);
    }

    private Process start(String... line) throws IOException {
        Process process = new ProcessBuilder(line).start();
        started.add(process);
        return process;
    }

    private void note(Process launcher, Process broker) throws IOException {
        new RunningPlatform(
                        ProcessId.of(launcher.toHandle()),
                        8080,
                        Map.of("broker", ProcessId.of(broker.toHandle())))
                .note(data);
    }

    @Test
    void aRunningPlatformIsLeftAlone() throws Exception {
        Process broker = start("tail", "-f", "/dev/null");
        note(start("tail", "-f", "/dev/null"), broker);

        assertThatThrownBy(() -> Leftovers.endUnlessItRuns(data, "It runs."))
                .isInstanceOf(CannotStart.class)
                .hasMessage("It runs.");

        assertThat(broker.isAlive()).isTrue();
    }

    @Test
    void aLauncherThatIsJustDyingIsNotTakenForARunningOne() throws Exception {
        Process broker = start("tail", "-f", "/dev/null");
        note(start("sleep", "0.5"), broker);

        Leftovers.endUnlessItRuns(data, "It runs.");

        assertThat(broker.isAlive()).isFalse();
        assertThat(RunningPlatform.noted(data)).isEmpty();
    }

    @Test
    void aResetEndsWhatAKilledLauncherLeftBeforeItDeletesTheData() throws Exception {
        Process launcher = start("tail", "-f", "/dev/null");
        Process broker = start("tail", "-f", "/dev/null");
        note(launcher, broker);
        launcher.destroyForcibly();
        ResetCommand reset = new ResetCommand();
        reset.place.tree = directory;
        reset.place.data = data.root();

        assertThat(reset.call()).isZero();

        assertThat(broker.isAlive()).isFalse();
        assertThat(data.root()).doesNotExist();
    }

    @Test
    void aProcessThatEndsByItselfIsNotedAndStoppedToo() throws Exception {
        Process preparation = start("tail", "-f", "/dev/null");
        Processes processes = new Processes(data, 8080);

        processes.pass("session-service-preparation", preparation.toHandle());

        assertThat(RunningPlatform.noted(data).orElseThrow().children())
                .containsValue(ProcessId.of(preparation.toHandle()));
        processes.stopPassing();
        assertThat(preparation.waitFor()).isNotZero();

        Process late = start("tail", "-f", "/dev/null");
        processes.pass("feedback-service-preparation", late.toHandle());
        assertThat(late.waitFor()).isNotZero();
    }
}
