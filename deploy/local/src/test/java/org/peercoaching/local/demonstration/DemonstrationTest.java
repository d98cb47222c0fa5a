package org.peercoaching.local.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peercoaching.local.clock.ClockFile;
import org.peercoaching.local.data.DataDirectory;
import org.peercoaching.local.demonstration.plan.Scenario;
import org.peercoaching.local.demonstration.plan.Timeline;

/** What the first start asks for, and what later ones make of it. */
class DemonstrationTest {

    @TempDir Path directory;

    private DataDirectory data;

    @BeforeEach
    void create() throws Exception {
        data = new DataDirectory(directory).create();
    }

    private Optional<Demonstration> start(Optional<Scenario> wanted) {
        return Demonstration.in(data, wanted);
    }

    @Test
    void timeBeginsTwentySixWeeksAgo() {
        Demonstration demonstration = start(Optional.of(Scenario.full())).orElseThrow();

        demonstration.setClock();

        assertThat(demonstration.isComplete()).isFalse();
        assertThat(Instant.now().plus(new ClockFile(data.businessClock()).read().orElseThrow()))
                .isCloseTo(
                        Instant.now().minus(Duration.ofDays(26 * 7)), within(1, ChronoUnit.DAYS));
    }

    @Test
    void theFirstStartDecidesWhatIsLoaded() {
        start(Optional.of(Scenario.small()));

        assertThat(start(Optional.of(Scenario.full())))
                .get()
                .hasFieldOrPropertyWithValue("scenario", Scenario.small());
    }

    @Test
    void whatBeganEmptyStaysEmpty() {
        assertThat(start(Optional.empty())).isEmpty();
        assertThat(start(Optional.of(Scenario.full()))).isEmpty();
    }

    @Test
    void afterAKillTimeGoesOnWithTheDayThatWasNotFinished() {
        Scenario scenario = Scenario.full();
        LocalDate start = LocalDate.of(2026, 1, 5);
        new Position(scenario.name(), start, 0, false)
                .after(11)
                .writeTo(data.demonstration().resolve("position.properties"));

        start(Optional.of(scenario)).orElseThrow().setClock();

        assertThat(Instant.now().plus(new ClockFile(data.businessClock()).read().orElseThrow()))
                .isCloseTo(
                        new Timeline(start, scenario.days()).moment(12),
                        within(5, ChronoUnit.SECONDS));
    }

    @Test
    void whatIsLoadedIsLeftAlone() {
        Scenario scenario = Scenario.full();
        new Position(scenario.name(), LocalDate.of(2026, 1, 5), scenario.days(), false)
                .finished()
                .writeTo(data.demonstration().resolve("position.properties"));

        Demonstration demonstration = start(Optional.of(scenario)).orElseThrow();
        demonstration.setClock();

        assertThat(demonstration.isComplete()).isTrue();
        assertThat(new ClockFile(data.businessClock()).read()).isEmpty();
    }
}
