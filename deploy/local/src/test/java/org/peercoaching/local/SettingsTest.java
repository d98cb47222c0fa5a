package org.peercoaching.local;

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
import org.peercoaching.local.data.DataDirectory;
import org.peercoaching.local.service.Service;
import org.peercoaching.local.store.StoreChoice;
import org.peercoaching.local.store.StoreKind;

class SettingsTest {

    @TempDir Path tree;

    private Settings settings(StoreKind kind, int storePort) {
        return new Settings(
                tree,
                new DataDirectory(tree.resolve("data")),
                // Any free ones, for all but the store.
                new Settings.Ports(0, 41_000, storePort, 41_010),
                new StoreChoice(kind, "id"),
                Optional.empty());
    }

    @Test
    void aMissingServiceIsNamedWithTheCommandThatBuildsIt() throws IOException {
        for (Service service : Service.values()) {
            Path jar = service.jar(tree);
            assertThatThrownBy(() -> settings(StoreKind.EMBEDDED, 0).requireBuiltServices())
                    .hasMessage(
                            "%s is missing: build the tree with ./mvnw package -DskipTests.", jar);
            Files.createDirectories(jar.getParent());
            Files.createFile(jar);
        }
        assertThatCode(() -> settings(StoreKind.EMBEDDED, 0).requireBuiltServices())
                .doesNotThrowAnyException();
    }

    @Test
    void theStoresPortMustBeFreeOnlyWhereAStoreIsStarted() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> settings(StoreKind.DOCKER, port).requireFreePorts())
                    .hasMessageContaining("wanted for the store");
            assertThatCode(() -> settings(StoreKind.GIVEN, port).requireFreePorts())
                    .doesNotThrowAnyException();
        }
    }
}
