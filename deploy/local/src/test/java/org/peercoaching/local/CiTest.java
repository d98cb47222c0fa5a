package org.peercoaching.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoaching.local.ScriptRun.executable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peercoaching.testkit.browser.BrowserTest;

/** What CI makes of the test command's end: with a tree whose Maven only says what it is told. */
class CiTest {

    /** What failsafe says of the end-to-end tests. */
    private static final String END_TO_END =
            "[INFO] Tests run: 8, Failures: 0 -- in " + EndToEndIT.class.getName();

    @TempDir Path tree;

    @BeforeEach
    void plantTheTree() throws Exception {
        executable(tree.resolve(".ci/run"), Files.readString(Up.TREE.resolve(".ci/run")));
        // Where there is one, nothing is installed.
        executable(tree.resolve("programs/chromium"), "");
    }

    @Test
    void whatTheTestCommandSaysIsWhatCiSays() throws Exception {
        assertThat(run("echo \"$@\"; echo '" + END_TO_END + "'"))
                .isEqualTo(new ScriptRun(0, "-B -ntp verify\n" + END_TO_END + "\n", ""));
        assertThat(run("echo '[ERROR] red' >&2; exit 7"))
                .isEqualTo(new ScriptRun(7, "[ERROR] red\n", ""));
    }

    @Test
    void browserTestsThatWereSkippedAreAFailure() throws Exception {
        ScriptRun run = run("echo '[WARNING] %s: no browser'".formatted(BrowserTest.SKIPPED));

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.complained()).contains("The browser tests were skipped");
    }

    @Test
    void aBuildWithoutItsEndToEndTestsIsAFailure() throws Exception {
        ScriptRun run = run("echo '[INFO] BUILD SUCCESS'");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.complained()).contains("The end-to-end tests were not run");
    }

    @Test
    void whereThereIsNoBrowserDebiansIsInstalledFirst() throws Exception {
        Path programs = tree.resolve("programs");
        Files.delete(programs.resolve("chromium"));
        for (String program :
                List.of("bash", "cat", "dirname", "env", "grep", "mktemp", "rm", "tee")) {
            Files.createSymbolicLink(programs.resolve(program), onThePath(program));
        }
        executable(
                programs.resolve("apt-get"),
                "#!/bin/sh\necho \"$@\" >> '%s'\n".formatted(tree.resolve("installed")));
        executable(
                tree.resolve("mvnw"),
                "#!/bin/sh\ncat '%s'\necho '%s'\n"
                        .formatted(tree.resolve("installed"), END_TO_END));

        ScriptRun run =
                ScriptRun.of(
                        tree,
                        Map.of("PATH", programs.toString()),
                        tree.resolve(".ci/run").toString());

        assertThat(run)
                .isEqualTo(
                        new ScriptRun(
                                0,
                                "update -qq\ninstall -y -qq chromium\n" + END_TO_END + "\n",
                                ""));
    }

    private static Path onThePath(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private ScriptRun run(String maven) throws Exception {
        executable(tree.resolve("mvnw"), "#!/bin/sh\n" + maven + "\n");
        return ScriptRun.of(
                tree,
                Map.of("PATH", ScriptRun.pathWith(tree.resolve("programs"))),
                tree.resolve(".ci/run").toString());
    }
}
