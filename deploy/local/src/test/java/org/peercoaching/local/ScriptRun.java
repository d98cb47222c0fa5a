package org.peercoaching.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** How a script ended and what it said. */
record ScriptRun(int exit, String printed, String complained) {

    private static final Duration ENDS_WITHIN = Duration.ofMinutes(1);

    /**
     * Runs it to its end.
     *
     * @param directory where it keeps what it says
     * @param environment beside this JVM's
     */
    static ScriptRun of(Path directory, Map<String, String> environment, String... line)
            throws IOException, InterruptedException {
        Path printed = directory.resolve("printed");
        Path complained = directory.resolve("complained");
        ProcessBuilder builder =
                new ProcessBuilder(line)
                        .redirectOutput(printed.toFile())
                        .redirectError(complained.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(ENDS_WITHIN)).as("ended in time").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new ScriptRun(
                process.exitValue(), Files.readString(printed), Files.readString(complained));
    }

    /** Puts a script, or a program that only seems to be one, where it is to be found. */
    static Path executable(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    /** A PATH on which the programs of a directory come first. */
    static String pathWith(Path directory) {
        return directory + ":" + System.getenv("PATH");
    }
}
