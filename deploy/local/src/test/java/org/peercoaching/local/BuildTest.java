package org.peercoaching.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoaching.local.ScriptRun.executable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code up} builds and when: with a tree, a Maven and a java that only say what they do. */
class BuildTest {

    private static final String MAVEN_LINES =
            """
            [INFO] Scanning for projects...
            [INFO] Building Coaching events 1.0.0-SNAPSHOT                             [2/11]
            [INFO]   from coaching-events/pom.xml
            [INFO] Building Service kit 1.0.0-SNAPSHOT                                 [4/11]
            """;

    @TempDir Path tree;

    @BeforeEach
    void plantTheTree() throws IOException {
        for (String file : new String[] {"deploy/local/up", "deploy/local/launch.sh"}) {
            executable(tree.resolve(file), Files.readString(Up.TREE.resolve(file)));
        }
        java("cp /dev/null \"${option#*=}\"");
        write(".mvn/jdk25.sh", "JAVA_HOME=$tree/jdk\nexport JAVA_HOME\n");
        write("a-service/src/main/java/A.java", "class A {}");
        write("pom.xml", "<project/>");
        maven("exit 0");
    }

    /** Says how it was started, and does something with the option that names a draft. */
    private void java(String withTheDraft) throws IOException {
        executable(
                tree.resolve("jdk/bin/java"),
                """
                #!/bin/sh
                echo started $*
                for option; do
                  case $option in -XX:ArchiveClassesAtExit=*) %s ;; esac
                done
                """
                        .formatted(withTheDraft));
    }

    private void maven(String end) throws IOException {
        executable(
                tree.resolve("mvnw"),
                """
                #!/bin/sh
                cat <<'LINES'
                %sLINES
                touch "${0%%/*}/deploy/local/target/local-platform.jar"
                %s
                """
                        .formatted(MAVEN_LINES, end));
    }

    @Test
    void aFreshTreeIsBuiltWithAProgressLinePerModuleAndThenStarted() throws Exception {
        assertThat(up().printed().lines())
                .containsSubsequence(
                        "Building, log: " + tree.resolve("deploy/local/target/build.log"),
                        "  2/11  Coaching events 1.0.0-SNAPSHOT",
                        "  4/11  Service kit 1.0.0-SNAPSHOT")
                .noneMatch(line -> line.contains("Scanning"))
                .last()
                .asString()
                .startsWith("started")
                .contains(" up --tree " + tree);
    }

    @Test
    void whatIsBuiltIsBuiltAgainOnlyAfterAChange() throws Exception {
        up();
        assertThat(up().printed()).doesNotContain("Building").startsWith("started");

        Path changed = tree.resolve("a-service/src/main/java/A.java");
        Files.setLastModifiedTime(
                changed, FileTime.from(Instant.now().plus(Duration.ofSeconds(5))));
        assertThat(up("--no-build").printed()).doesNotContain("Building").startsWith("started");
        assertThat(up().printed()).contains("Building");
    }

    @Test
    void aStartIsRehearsedOncePerBuild() throws Exception {
        Path rehearsal = tree.resolve("deploy/local/target/rehearsal.log");
        String kept =
                "-XX:SharedArchiveFile="
                        + tree.resolve("deploy/local/target/start-caches/launcher.jsa");
        assertThat(up().printed().lines()).last().asString().contains(kept);
        assertThat(rehearsal).content().contains(" rehearse --tree " + tree);

        Files.delete(rehearsal);
        assertThat(up("--no-build").printed()).contains(kept);
        assertThat(rehearsal).doesNotExist();

        Files.setLastModifiedTime(
                tree.resolve("deploy/local/target/local-platform.jar"),
                FileTime.from(Instant.now().plus(Duration.ofSeconds(5))));
        up("--no-build");
        assertThat(rehearsal).exists();
    }

    @Test
    void aRehearsalThatFailsHoldsNothingUp() throws Exception {
        java("cp /dev/null \"${option#*=}\"; exit 1");

        ScriptRun run = up();

        assertThat(run.exit()).isZero();
        assertThat(run.printed()).contains("started").doesNotContain("SharedArchiveFile");
        assertThat(tree.resolve("deploy/local/target/start-caches")).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h"})
    void whoAsksForHelpWaitsForTheFirstBuildAndForNoOther(String help) throws Exception {
        assertThat(up(help).printed())
                .contains("Building")
                .contains("started")
                .contains(" up %s ".formatted(help));
        Files.setLastModifiedTime(
                tree.resolve("pom.xml"), FileTime.from(Instant.now().plus(Duration.ofSeconds(5))));

        assertThat(up(help).printed()).startsWith("started").contains(" up %s ".formatted(help));
        assertThat(up("--empty", help).printed())
                .startsWith("started")
                .contains(" up --empty %s ".formatted(help));
    }

    @Test
    void aBuildThatFailsShowsItsFirstErrorsAndIsTriedAgain() throws Exception {
        maven("echo '[ERROR] a-service: cannot find symbol'; exit 1");
        for (int attempt = 1; attempt <= 2; attempt++) {
            ScriptRun failed = up();
            assertThat(failed.exit()).isEqualTo(1);
            assertThat(failed.complained())
                    .contains("[ERROR] a-service: cannot find symbol")
                    .contains("The build failed: see ");
            assertThat(failed.printed()).doesNotContain("started");
        }
    }

    @Test
    void aDiskTooFullToBuildOnIsSaidInOneLineBeforeAnythingIsBuilt() throws Exception {
        free(1_048_575);
        assertThat(up())
                .isEqualTo(
                        new ScriptRun(
                                1,
                                "",
                                "The disk under %s is full: 1023 MB are free, 1024 MB are needed.%n"
                                        .formatted(tree)));

        free(1_048_576);
        assertThat(up().printed()).contains("Building").contains("started");
    }

    /** Lets the tree's disk seem to have so much room. */
    private void free(int kilobytes) throws IOException {
        executable(
                tree.resolve("programs/df"),
                """
                #!/bin/sh
                [ "$*" = "-Pk %s" ] || exit 1
                echo Filesystem 1024-blocks Used Available Capacity Mounted on
                echo /dev/a-disk 9999999 8888888 %d 99%%%% /
                """
                        .formatted(tree, kilobytes));
    }

    private ScriptRun up(String... options) throws Exception {
        String[] line =
                Stream.concat(
                                Stream.of(tree.resolve("deploy/local/up").toString()),
                                Stream.of(options))
                        .toArray(String[]::new);
        return ScriptRun.of(
                tree, Map.of("PATH", ScriptRun.pathWith(tree.resolve("programs"))), line);
    }

    private void write(String file, String content) throws IOException {
        Path path = tree.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
