package org.peercoaching.participant.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.peercoaching.kit.aggregate.Leases;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.participant.HrFile;
import org.peercoaching.participant.Office;
import org.peercoaching.testkit.Http.Answer;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class ImportLeaseTest {

    private static final Clock NOW = Clock.systemUTC();

    @LocalServerPort int port;

    private final MongoDatabase database;

    ImportLeaseTest(MongoDatabase database) {
        this.database = database;
    }

    @Test
    void whileAnImportRunsAnotherWaitsAndIsTakenAfterwards() {
        Office office = new Office(port);
        HrFile file = HrFile.of(office.unique("anna"));
        try (ImportLease running = ImportLease.take(database, NOW)) {
            running.check();
            Answer refused = office.importFile(file);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("import-running");
        }
        assertThat(office.importFile(file).status()).isEqualTo(200);
    }

    @Test
    void theLeaseOfADeadImportEndsAndAnImportThatStoodStillGivesUp() {
        Clock past = Clock.offset(NOW, Leases.TERM.plusSeconds(1).negated());
        try (ImportLease dead = ImportLease.take(database, past);
                ImportLease next = ImportLease.take(database, NOW)) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() ->
                            assertThatThrownBy(dead::check).isInstanceOf(RefusedException.class));
            next.check();
        }
    }
}
