package org.peercoaching.benchmarks.rounds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory of this process as the system counts it: heap, code, threads and all else. */
final class Resident {

    private static final String PEAK = "VmHWM:";
    private static final int KILOBYTES = 1 << 10;

    private Resident() {}

    /** The most that was ever resident. */
    static long mostMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith(PEAK))
                        .map(line -> line.substring(PEAK.length()).replace("kB", "").strip())
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("This system does not say"))
                / KILOBYTES;
    }
}
