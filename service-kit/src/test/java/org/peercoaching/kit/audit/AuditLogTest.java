package org.peercoaching.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.testkit.TestStore;

class AuditLogTest {

    private final String name = "audit-" + Ids.random().substring(0, 8);
    private final MongoClient client = MongoClients.create(TestStore.uri(name));
    private final MongoDatabase database = client.getDatabase(name);
    private final MongoCollection<Document> entries = database.getCollection("audit");
    private final AuditLog log = process("chain-1");

    @AfterEach
    void drop() {
        database.drop();
        client.close();
    }

    @Test
    void aChainOfHonestEntriesHolds() {
        append(5);
        assertThat(log.firstBroken("chain-1")).isZero();
    }

    @Test
    void aChangedEntryShows() {
        append(5);
        entries.updateOne(Filters.eq("_id", "chain-1:3"), Updates.set("actor", "somebody-else"));
        assertThat(log.firstBroken("chain-1")).isEqualTo(3);
    }

    @Test
    void aMissingEntryShows() {
        append(5);
        entries.deleteOne(Filters.eq("_id", "chain-1:2"));
        assertThat(log.firstBroken("chain-1")).isEqualTo(2);
    }

    @Test
    void anEntryMadeUpInBetweenShows() {
        append(3);
        Document forged = entries.find(Filters.eq("_id", "chain-1:2")).first();
        forged.put("action", "nothing-happened");
        entries.replaceOne(Filters.eq("_id", "chain-1:2"), forged);
        assertThat(log.firstBroken("chain-1")).isEqualTo(2);
    }

    @Test
    void aWriteThatTheStoreLeftUnansweredEndsTheChainAndNotTheLog() {
        append(1);
        entries.insertOne(new Document("_id", "chain-1:2"));
        assertThatThrownBy(() -> append(1)).isInstanceOf(MongoException.class);
        append(2);
        assertThat(log.chain()).isNotEqualTo("chain-1");
        assertThat(log.firstBroken(log.chain())).isZero();
        assertThat(entries.countDocuments(Filters.eq("chain", log.chain()))).isEqualTo(2);
    }

    @Test
    void twoProcessesKeepAChainEachAndAChangeBreaksOneOfThem() {
        AuditLog other = process("chain-2");
        for (int i = 0; i < 3; i++) {
            append(log);
            append(other);
        }
        assertThat(entries.countDocuments(Filters.eq("chain", "chain-1"))).isEqualTo(3);
        assertThat(entries.countDocuments(Filters.eq("chain", "chain-2"))).isEqualTo(3);
        assertThat(log.firstBroken("chain-1")).isZero();
        assertThat(log.firstBroken("chain-2")).isZero();

        entries.updateOne(Filters.eq("_id", "chain-2:2"), Updates.set("actor", "somebody-else"));
        assertThat(log.firstBroken("chain-2")).isEqualTo(2);
        assertThat(log.firstBroken("chain-1")).isZero();
    }

    @Test
    void eachStartOfAProcessBeginsAChainOfItsOwn() {
        AuditLog first = started();
        AuditLog second = started();
        assertThat(first.chain()).isNotEqualTo(second.chain());
        append(first);
        append(second);
        for (AuditLog each : List.of(first, second)) {
            assertThat(entries.countDocuments(Filters.eq("chain", each.chain()))).isEqualTo(1);
            assertThat(each.firstBroken(each.chain())).isZero();
        }
    }

    private AuditLog started() {
        return new AuditConfiguration().auditLog(database, new BusinessClock(Duration.ZERO));
    }

    private AuditLog process(String chain) {
        return new AuditLog(database, new BusinessClock(Duration.ZERO), chain);
    }

    private void append(int howMany) {
        for (int i = 0; i < howMany; i++) {
            append(log);
        }
    }

    private static void append(AuditLog to) {
        to.append("p-1", "metrics-queried", Map.of("metric", "enrolled"));
    }
}
