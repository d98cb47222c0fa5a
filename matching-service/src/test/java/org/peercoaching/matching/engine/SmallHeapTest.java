package org.peercoaching.matching.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.peercoaching.matching.engine.pairs.PairMatcher;

/**
 * The largest rounds in a JVM of their own with half of the 192 MB of heap that the local platform
 * gives the whole service. They take about 55 MB, garbage included; the odd one is the hardest, for
 * it searches for its trio.
 */
class SmallHeapTest {

    private static final int HEAP_MEGABYTES = 96;

    @Test
    void theLargestRoundsFitIntoHalfTheHeapOfTheLocalPlatform() throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + HEAP_MEGABYTES + "m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                LargestRounds.class.getName())
                        .redirectErrorStream(true)
                        .start();
        try {
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(said).isZero();
            assertThat(said).contains("1000 of 1000", "999 of 999");
        } finally {
            process.destroyForcibly();
        }
    }

    /** What runs in the small JVM. */
    static final class LargestRounds {

        private LargestRounds() {}

        /** Matches both. */
        public static void main(String[] none) {
            for (int size : new int[] {1_000, 999}) {
                Matching matching =
                        new PairMatcher(1)
                                .match(
                                        Task.of(Cohorts.compatible(size, 1), Cohorts.POLICY, 1),
                                        Control.NONE);
                int matched =
                        matching.groups().stream().mapToInt(group -> group.members().size()).sum();
                System.out.println(matched + " of " + size);
            }
        }
    }
}
