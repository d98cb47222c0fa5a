package org.peercoaching.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
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

    private static final Duration ENDS_WITHIN = Duration.ofMinutes(1);

    @TempDir Path tree;

    private record Run(int exit, String printed) {}

    @BeforeEach
    void plantTheTree() throws IOException {
        for (String file : new String[] {"deploy/local/up", "deploy/local/launch.sh"}) {
            executable(file, Files.readString(Up.TREE.resolve(file)));
        }
        executable("jdk/bin/java", "#!/bin/sh\necho started $*\n");
        write(".mvn/jdk25.sh", "JAVA_HOME=$tree/jdk\nexport JAVA_HOME\n");
        write("a-service/src/main/java/A.java", "class A {}");
        write("pom.xml", "<project/>");
        maven("exit 0");
    }

    private void maven(String end) throws IOException {
        executable(
                "mvnw",
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

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h"})
    void whoAsksForHelpWaitsForNoBuild(String help) throws Exception {
        up();
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
            Run failed = up();
            assertThat(failed.exit()).isEqualTo(1);
            assertThat(failed.printed())
                    .contains("[ERROR] a-service: cannot find symbol")
                    .contains("The build failed: see ")
                    .doesNotContain("started");
        }
    }

    private Run up(String... options) throws Exception {
        String[] line = new String[options.length + 1];
        line[0] = tree.resolve("deploy/local/up").toString();
        System.arraycopy(options, 0, line, 1, options.length);
        Path printed = tree.resolve("printed");
        Process process =
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(printed.toFile())
                        .start();
        try {
            assertThat(process.waitFor(ENDS_WITHIN)).as("ended in time").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Run(process.exitValue(), Files.readString(printed));
    }

    private void executable(String file, String content) throws IOException {
        assertThat(write(file, content).toFile().setExecutable(true)).isTrue();
    }

    private Path write(String file, String content) throws IOException {
        Path path = tree.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, content);
    }
}
