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
 * Another JVM of the same JDK, which is run to its end and never outlives this one. Its heap is
 * limited to what the bars allow, and its collector is the one that takes least of the processor's
 * time: nobody waits for an answer.
 */
public final class OtherJvm {

    private static final List<String> OPTIONS = List.of("-Xmx1g", "-XX:+UseParallelGC");

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Thread last = new Thread(() -> RUNNING.forEach(Process::destroyForcibly));
        Runtime.getRuntime().addShutdownHook(last);
    }

    private OtherJvm() {}

    /** With which options one is run, as a document says it. */
    public static String options() {
        return "`%s`".formatted(String.join(" ", OPTIONS));
    }

    /**
     * Runs one. Its errors are this one's.
     *
     * @param name says which one it was where it fails
     * @param output where its output goes
     * @return whether it came to its end; false if it was stopped after the limit
     * @throws IllegalStateException where it failed, with its output
     */
    public static boolean run(String name, List<String> arguments, Path output, Duration limit)
            throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process =
                new ProcessBuilder(
                                Stream.of(List.of(java), OPTIONS, arguments)
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
