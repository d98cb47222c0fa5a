package org.peercoaching.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peercoaching.local.demonstration.plan.Scenario;
import picocli.CommandLine;

/** What a new platform is filled with, as it is asked for. */
class UpCommandTest {

    @Test
    void whoAsksForNothingGetsTheWholeOrganization() {
        assertThat(demonstration()).contains(Scenario.full());
    }

    @Test
    void theSmallOneIsAskedForInWhateverCase() {
        assertThat(demonstration("--demonstration", "SMALL")).contains(Scenario.small());
        assertThat(demonstration("--demonstration", "small")).contains(Scenario.small());
    }

    @Test
    void emptyIsWithoutADemonstrationWhicheverWasNamed() {
        assertThat(demonstration("--empty")).isEmpty();
        assertThat(demonstration("--demonstration", "SMALL", "--empty")).isEmpty();
    }

    private static Optional<Scenario> demonstration(String... options) {
        String[] line =
                Stream.concat(Stream.of("up", "--tree", "."), Stream.of(options))
                        .toArray(String[]::new);
        CommandLine asked = LocalPlatform.commandLine();
        asked.parseArgs(line);
        UpCommand up = asked.getSubcommands().get("up").getCommand();
        return up.demonstration();
    }
}
