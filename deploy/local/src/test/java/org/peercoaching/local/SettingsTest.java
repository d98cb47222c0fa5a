package org.peercoaching.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoaching.local.data.DataDirectory;
import org.peercoaching.local.service.Service;
import org.peercoaching.local.store.StoreChoice;
import org.peercoaching.local.store.StoreKind;

class SettingsTest {

    @TempDir Path tree;

    private static final int ENTRY_POINT = 0;
    private static final int BROKER = 1;
    private static final int STORE = 3;
    private static final int FIRST_SERVICE = 4;

    private Settings settings(StoreKind kind, int firstPort) {
        return new Settings(
                tree,
                new DataDirectory(tree.resolve("data")),
                new Settings.Ports(
                        firstPort + ENTRY_POINT,
                        firstPort + BROKER,
                        firstPort + STORE,
                        firstPort + FIRST_SERVICE),
                new StoreChoice(kind, "id"),
                Optional.empty());
    }

    @Test
    void aMissingServiceIsNamedWithTheCommandThatBuildsIt() throws IOException {
        for (Service service : Service.values()) {
            Path jar = service.jar(tree);
            assertThatThrownBy(() -> settings(StoreKind.EMBEDDED, 20_000).requireBuiltServices())
                    .hasMessage(
                            "%s is missing: build the tree with ./mvnw package -DskipTests.", jar);
            Files.createDirectories(jar.getParent());
            Files.createFile(jar);
        }
        assertThatCode(() -> settings(StoreKind.EMBEDDED, 20_000).requireBuiltServices())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "0, entry point, --port",
        "1, broker, --broker-port",
        "2, broker's controller, --broker-port",
        "3, store, --store-port",
        "4, participant-service, --services-port",
        "5, matching-service, --services-port",
        "6, session-service, --services-port",
        "7, feedback-service, --services-port",
        "8, analytics-service, --services-port"
    })
    void aTakenPortIsSaidWithWhatWantsItAndWithTheOptionThatChoosesAnother(
            int which, String wantedFor, String option) throws IOException {
        int first = Up.freePorts();
        try (ServerSocket taken =
                new ServerSocket(first + which, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> settings(StoreKind.DOCKER, first).requireFreePorts())
                    .hasMessage(
                            "Port %d, wanted for the %s, is taken: end what uses it, or choose another with %s.",
                            taken.getLocalPort(), wantedFor, option);
        }
    }

    @Test
    void theStoresPortMustBeFreeOnlyWhereAStoreIsStarted() throws IOException {
        int first = Up.freePorts();
        try (ServerSocket taken =
                new ServerSocket(first + STORE, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThatCode(() -> settings(StoreKind.GIVEN, first).requireFreePorts())
                    .doesNotThrowAnyException();
        }
    }
}
