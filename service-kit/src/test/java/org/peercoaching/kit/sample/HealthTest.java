package org.peercoaching.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.peercoaching.store.EmbeddedStore;
import org.peercoaching.testkit.Http;

class HealthTest {

    /** The driver looks for a lost store for 30 s unless it is told otherwise. */
    private static final String IMPATIENT = "?serverSelectionTimeoutMS=500";

    private static final String READINESS = "/actuator/health/readiness";
    private static final String LIVENESS = "/actuator/health/liveness";

    @Test
    void aServiceWithoutItsStoreIsAliveButNotReadyUntilTheStoreIsBack() {
        EmbeddedStore store = EmbeddedStore.inMemory();
        try (OwnService service = new OwnService(store.uri("kit") + IMPATIENT)) {
            Http probe = new Http(service.port(), "");
            assertThat(probe.get(READINESS).status()).isEqualTo(200);

            store.close();
            await().until(() -> probe.get(READINESS).status() == 503);
            assertThat(probe.get(LIVENESS).status()).isEqualTo(200);

            try (EmbeddedStore back = EmbeddedStore.inMemory(store.port())) {
                assertThat(back.isOpen()).isTrue();
                await().until(() -> probe.get(READINESS).status() == 200);
            }
        } finally {
            store.close();
        }
    }
}
