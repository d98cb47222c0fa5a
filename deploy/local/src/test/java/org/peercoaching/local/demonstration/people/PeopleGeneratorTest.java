package org.peercoaching.local.demonstration.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The generator and the file that was made with it. */
class PeopleGeneratorTest {

    private static final Path FILE =
            Path.of(System.getProperty("basedir", ""))
                    .resolve("src/main/resources/demonstration/people.csv");

    @Test
    void theCheckedInFileIsWhatTheGeneratorMakes() throws Exception {
        if (Boolean.getBoolean("demonstration.write")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, PeopleGenerator.csv());
        }
        assertThat(Files.readString(FILE))
                .as(
                        "Rewrite it with `./mvnw -pl deploy/local -am test -Dtest=PeopleGeneratorTest -Dsurefire.failIfNoSpecifiedTests=false -Ddemonstration.write=true`")
                .isEqualTo(PeopleGenerator.csv());
    }
}
