package org.peercoaching.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Another JVM of the same JDK, which is run to its end and never outlives this one. Its collector
 * is the one that takes least of the processor's time, for nobody waits for an answer; and it takes
 * huge pages where the system gives them, for the engine goes through large arrays of bits.
 *
 * @param heap the most its heap may grow to, as the JVM reads it: what the bars allow
 */
public record OtherJvm(String heap) {

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Thread last = new Thread(() -> RUNNING.forEach(Process::destroyForcibly));
        Runtime.getRuntime().addShutdownHook(last);
    }

    /** With which options it is run, as a document says it. */
    public String options() {
        return "`%s`".formatted(String.join(" ", line()));
    }

    private List<String> line() {
        return List.of("-Xmx" + heap, "-XX:+UseParallelGC", "-XX:+UseTransparentHugePages");
    }

    /**
     * Runs it. Its errors are this one's.
     *
     * @param name says which one it was where it fails
     * @param output where its output goes
     * @return whether it came to its end; false if it was stopped after the limit
     * @throws IllegalStateException where it failed, with its output
     */
    public boolean run(String name, List<String> arguments, Path output, Duration limit)
            throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process =
                new ProcessBuilder(
                                Stream.of(List.of(java), line(), arguments)
                                        .flatMap(List::stream)
                                        .toList())
                        .redirectOutput(output.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        RUNNING.add(process);
        try {
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (ended && process.exitValue() != 0) {
                throw new IllegalStateException(
                        "%s failed:\n%s".formatted(name, Files.readString(output)));
            }
            return ended;
        } finally {
            process.destroyForcibly().onExit().join();
            RUNNING.remove(process);
        }
    }
}
