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
    @ValueSource(
            strings = {
                ".sdkman/candidates/java/25.0.1-tem",
                ".jdks/temurin-25.0.1",
                ".local/share/mise/installs/java/25",
                "Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home"
            })
    void oneInAUsualPlaceIsFound(String place) throws Exception {
        Path old = jdk("home/.jdks/a-17", "17.0.9");
        Path wanted = jdk("home/" + place, "25.0.1");

        assertThat(run(inAHomeOfItsOwn(old))).isEqualTo(new ScriptRun(0, wanted + "\n", ""));
    }

    @Test
    void theOneOnThePathIsFoundBehindItsLinks() throws Exception {
        Path wanted = jdk("elsewhere", "25.0.1");
        Path linked = directory.resolve("path/javac");
        Files.createDirectories(linked.getParent());
        Files.createSymbolicLink(linked, wanted.resolve("bin/javac"));

        assertThat(run(inAHomeOfItsOwn(jdk("home/.jdks/a-17", "17.0.9"))))
                .isEqualTo(new ScriptRun(0, wanted + "\n", ""));
    }

    /** The machine's own are hidden: grep reads no release but those of the test. */
    private Map<String, String> inAHomeOfItsOwn(Path javaHome) throws IOException {
        Path grep =
                executable(
                        directory.resolve("path/grep"),
                        """
                        #!/bin/sh
                        case $3 in '%s'/*) PATH=${PATH#*:} exec grep "$@" ;; esac
                        exit 1
                        """
                                .formatted(directory));
        return Map.of(
                "HOME", directory.resolve("home").toString(),
                "JAVA_HOME", javaHome.toString(),
                "JDK_25_HOME", "",
                "JAVA_HOME_25_X64", "",
                "PATH", ScriptRun.pathWith(grep.getParent()));
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
        return jdk("jdk-" + version, version);
    }

    private Path jdk(String place, String version) throws IOException {
        Path home = directory.resolve(place);
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
