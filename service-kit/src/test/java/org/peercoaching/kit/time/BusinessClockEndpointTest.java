package org.peercoaching.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

class BusinessClockEndpointTest {

    @TempDir Path directory;

    private Path file() {
        return directory.resolve("business-clock");
    }

    @Test
    void whereNoFileIsBusinessTimeIsTheMachines() {
        assertThat(BusinessClockEndpoint.offsetIn(file())).isZero();
    }

    @Test
    void theFileSaysHowFarBusinessTimeIsFromTheMachines() throws Exception {
        Files.writeString(file(), "PT-4368H\n");

        assertThat(BusinessClockEndpoint.offsetIn(file())).isEqualTo(Duration.ofHours(-4368));
    }

    @Test
    void whereNothingIsSaidNobodyMovesBusinessTime() throws Exception {
        PropertySource<?> settings =
                new YamlPropertySourceLoader()
                        .load("settings", new ClassPathResource("service-kit.yml"))
                        .getFirst();

        assertThat(settings.getProperty("management.endpoint.businessclock.access"))
                .isEqualTo("none");
    }

    @Test
    void whatIsNoDurationIsNotTakenForZero() throws Exception {
        Files.writeString(file(), "");

        assertThatThrownBy(() -> BusinessClockEndpoint.offsetIn(file()))
                .isInstanceOf(DateTimeParseException.class);
    }
}
