package org.peercoaching.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How to start a process.
 *
 * @param name what the operator calls it
 * @param line program and arguments
 * @param environment added to the launcher's
 * @param log takes what it prints
 */
public record Command(String name, List<String> line, Map<String, String> environment, Path log) {

    /** This JVM's own executable: everything runs on the JDK that was found. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * Begins the line of a small JVM: made for many on one machine, quick to start and slow to take
     * memory. Without the first size it would take 1/64 of the machine's.
     *
     * @param mostMegabytes of heap
     */
    public static List<String> smallJvm(int mostMegabytes) {
        return List.of(
                java(),
                "-Xms32m",
                "-Xmx" + mostMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:MinHeapFreeRatio=20",
                "-XX:MaxHeapFreeRatio=40",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1");
    }

    /**
     * The line with Ctrl-C switched off. A terminal sends it to all processes at once, but the
     * broker and the store must outlive the services, so only the launcher hears it. What is
     * ignored here stays ignored after {@code exec}, by the JVM too.
     */
    List<String> shieldedLine() {
        List<String> shielded =
                new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$0\" \"$@\""));
        shielded.addAll(line);
        return shielded;
    }
}
