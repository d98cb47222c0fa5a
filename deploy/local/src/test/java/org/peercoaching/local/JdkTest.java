package org.peercoaching.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoaching.local.ScriptRun.executable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK that the scripts find by themselves. */
class JdkTest {

    private static final Path SCRIPT = Up.TREE.resolve(".mvn/jdk25.sh");

    @TempDir Path directory;

    @Test
    void aJavaHomeThatIsNo25IsPassedOver() throws Exception {
        Path old = jdk("17.0.9");
        Path wanted = jdk("25.0.1");

        ScriptRun run = run(Map.of("JAVA_HOME", old.toString(), "JDK_25_HOME", wanted.toString()));

        assertThat(run).isEqualTo(new ScriptRun(0, wanted + "\n", ""));
    }

    @Test
    void aJavaHomeThatIsA25IsKept() throws Exception {
        Path mine = jdk("25");
        Path other = jdk("25.0.1");

        ScriptRun run = run(Map.of("JAVA_HOME", mine.toString(), "JDK_25_HOME", other.toString()));

        assertThat(run).isEqualTo(new ScriptRun(0, mine + "\n", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mvnw", "deploy/local/up", "deploy/local/status"})
    void whereNoneIsFoundOneLineSaysWhatIsNeeded(String script) throws Exception {
        // The usual places are the machine's, and hold a 25: nothing is found in their releases.
        Path blind = executable(directory.resolve("path/grep"), "#!/bin/sh\nexit 1\n");

        ScriptRun run =
                ScriptRun.of(
                        directory,
                        Map.of("PATH", ScriptRun.pathWith(blind.getParent())),
                        Up.TREE.resolve(script).toString(),
                        "--version");

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

    private ScriptRun run(Map<String, String> environment) throws Exception {
        return ScriptRun.of(
                directory,
                environment,
                "/bin/sh",
                "-c",
                ". \"$1\"; echo \"$JAVA_HOME\"",
                "sh",
                SCRIPT.toString());
    }
}
