package org.peercoaching.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scripts and real processes on a disk that is full: one of their own, where Linux gives one.
 */
class FullDiskIT {

    private static final List<String> MOUNTS_OF_ITS_OWN = List.of("unshare", "-rm", "sh", "-euc");

    /** Mounts the disk, makes it small once there is a file that asks for it, and runs the rest. */
    private static final String ON_A_DISK =
            """
            mkdir -p "$1"
            mount -t tmpfs -o "size=$2m" none "$1"
            (while kill -0 $$ 2>/dev/null && [ ! -e "$3" ]; do sleep 0.1; done
            [ ! -e "$3" ] || mount -o "remount,size=$4m" none "$1") &
            shift 4
            exec "$@"
            """;

    @TempDir Path directory;

    @BeforeAll
    static void needMounts() throws Exception {
        boolean can = canMount();
        if (!can) {
            System.out.println(
                    "FULL DISK TESTS SKIPPED: nobody may mount in a namespace of their own");
        }
        assumeTrue(can);
    }

    private static boolean canMount() throws InterruptedException {
        try {
            return new ProcessBuilder("unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    @Test
    void nothingIsStartedOnADiskThatIsFull() throws Exception {
        try (Up up = on(1_000, 1_000)) {
            assertThat(up.start().strip())
                    .matches(
                            "The disk under .*/data is full: \\d+ MB are free, 1024 MB are needed\\.");
            assertThat(up.process().exitValue()).isEqualTo(1);
        }
    }

    @Test
    void whatRunsEndsInOrderWhenTheDiskBecomesFull() throws Exception {
        try (Up up = on(1_200, 90)) {
            up.begin();
            up.awaitOutput("store", Duration.ofMinutes(1));
            Files.createFile(full());

            assertThat(up.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(up.process().exitValue()).isEqualTo(1);
            assertThat(up.output().lines())
                    .anyMatch(line ->
                            line.matches(
                                    "The disk under .*/data is full: \\d+ MB are free, 100 MB are needed\\."))
                    .endsWith("Stopped.")
                    .noneMatch(line -> line.contains("Exception"));
        }
    }

    private Up on(int megabytes, int megabytesLater) throws IOException {
        Up up = new Up(directory, "--empty", "--store", "embedded");
        List<String> runner = new ArrayList<>(MOUNTS_OF_ITS_OWN);
        runner.addAll(
                List.of(
                        ON_A_DISK,
                        "sh",
                        up.data().root().toString(),
                        Integer.toString(megabytes),
                        full().toString(),
                        Integer.toString(megabytesLater)));
        return up.by(runner);
    }

    private Path full() {
        return directory.resolve("full");
    }
}
