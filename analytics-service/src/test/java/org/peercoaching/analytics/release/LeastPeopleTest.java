package org.peercoaching.analytics.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoaching.analytics.metric.Metrics;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.testkit.TestStore;

class LeastPeopleTest {

    private final String name = "least-people-" + Ids.random().substring(0, 8);
    private final MongoClient client = MongoClients.create(TestStore.uri(name));
    private final MongoDatabase database = client.getDatabase(name);

    private boolean thereIsAProgram = true;

    @AfterEach
    void close() {
        database.drop();
        client.close();
    }

    @Test
    void itIsTheCataloguesUnlessTheOrganizationWantsMoreAndThenOfDistributionsToo() {
        assertThat(behind("enrolled", 5)).isEqualTo(5);
        assertThat(behind("time_to_match", 5)).isEqualTo(8);
        assertThat(behind("enrolled", 12)).isEqualTo(12);
        assertThat(behind("time_to_match", 12)).isEqualTo(15);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 4, 101})
    void itHasItsBounds(int k) {
        assertThatIllegalStateException()
                .isThrownBy(() -> start(k))
                .withMessage("coaching.least-people is %d; it must be from 5 to 100", k);
    }

    @Test
    void itIsRaisedAtAnyTimeAndNotLoweredOnceThereIsAProgram() {
        start(5);
        start(9);
        assertThatIllegalStateException()
                .isThrownBy(() -> start(8))
                .withMessageContaining("set it to 9 or more");
        start(9);

        thereIsAProgram = false;
        start(8);
        thereIsAProgram = true;
        start(8);
        assertThatIllegalStateException().isThrownBy(() -> start(7));
    }

    private int behind(String metric, int k) {
        return start(k).behind(Metrics.byKey(metric).orElseThrow());
    }

    private LeastPeople start(int k) {
        return new LeastPeople(database, k, () -> thereIsAProgram);
    }
}
