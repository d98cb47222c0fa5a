package org.peercoaching.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JDK that the scripts find by themselves. */
class JdkTest {

    private static final Path SCRIPT = Up.TREE.resolve(".mvn/jdk25.sh");

    @TempDir Path directory;

    private record Run(int exit, String printed, String complained) {}

    @Test
    void aJavaHomeThatIsNo25IsPassedOver() throws Exception {
        Path old = jdk("17.0.9");
        Path wanted = jdk("25.0.1");

        Run run = run(Map.of("JAVA_HOME", old.toString(), "JDK_25_HOME", wanted.toString()));

        assertThat(run).isEqualTo(new Run(0, wanted + "\n", ""));
    }

    @Test
    void aJavaHomeThatIsA25IsKept() throws Exception {
        Path mine = jdk("25");
        Path other = jdk("25.0.1");

        Run run = run(Map.of("JAVA_HOME", mine.toString(), "JDK_25_HOME", other.toString()));

        assertThat(run).isEqualTo(new Run(0, mine + "\n", ""));
    }

    @Test
    void whereNoneIsFoundOneLineSaysWhatIsNeeded() throws Exception {
        // The usual places are the machine's, and hold a 25: nothing is found in their releases.
        Path blind = executable(directory.resolve("path/grep"), "#!/bin/sh\nexit 1\n");

        Run run = run(Map.of("PATH", blind.getParent().toString()));

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.printed()).isEmpty();
        assertThat(run.complained().lines())
                .singleElement()
                .asString()
                .startsWith("A JDK 25 is needed and none was found");
    }

    private Path jdk(String version) throws IOException {
        Path home = directory.resolve("jdk-" + version);
        executable(home.resolve("bin/javac"), "");
        Files.writeString(
                home.resolve("release"),
                "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        return home;
    }

    private static Path executable(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private static Run run(Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        "/bin/sh", "-c", ". \"$1\"; echo \"$JAVA_HOME\"", "sh", SCRIPT.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes());
        String complained = new String(process.getErrorStream().readAllBytes());
        return new Run(process.waitFor(), printed, complained);
    }
}
