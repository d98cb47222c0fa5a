package org.peercoaching.kit.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.testkit.TestStore;

class ClaimsTest {

    private static final Duration WITHIN = Duration.ofMinutes(1);

    private MongoClient client;
    private MongoDatabase database;
    private Claims claims;

    @BeforeEach
    void noClaims() {
        client = MongoClients.create(TestStore.uri("claims"));
        database = client.getDatabase("claims-" + Ids.random());
        claims = new Claims(database);
    }

    @AfterEach
    void close() {
        database.drop();
        client.close();
    }

    private void age(String key, Duration by) {
        database.getCollection("claims")
                .updateOne(
                        Filters.eq("_id", key),
                        Updates.set("at", Date.from(Instant.now().minus(by))));
    }

    @Test
    void whoCameFirstHoldsItUntilItIsGivenUp() {
        assertThat(claims.claim("login:a", "anna")).isEqualTo("anna");
        assertThat(claims.claim("login:a", "ben")).isEqualTo("anna");
        assertThat(claims.holders(Set.of("login:a", "login:b")))
                .isEqualTo(Map.of("login:a", "anna"));
        claims.release("login:a", "ben");
        assertThat(claims.holder("login:a")).contains("anna");
        claims.release("login:a", "anna");
        assertThat(claims.claim("login:a", "ben")).isEqualTo("ben");
    }

    @Test
    void itIsTakenFromNobodyWhoClaimedItAMomentAgo() {
        claims.claim("login:a", "anna");
        assertThat(claims.takeOver("login:a", "anna", "ben", WITHIN)).isFalse();
        age("login:a", WITHIN.plusSeconds(1));
        assertThat(claims.takeOver("login:a", "carl", "ben", WITHIN)).isFalse();
        assertThat(claims.takeOver("login:a", "anna", "ben", WITHIN)).isTrue();
        assertThat(claims.takeOver("login:a", "anna", "carl", WITHIN))
                .as("it is somebody else's by now")
                .isFalse();
        assertThat(claims.holder("login:a")).contains("ben");
    }

    @Test
    void whoClaimsItAnewBeginsAnewToHoldIt() {
        claims.claim("login:a", "anna");
        age("login:a", WITHIN.plusSeconds(1));
        assertThat(claims.claimAnew("login:a", "anna")).isEqualTo("anna");
        assertThat(claims.takeOver("login:a", "anna", "ben", WITHIN)).isFalse();
        assertThat(claims.claimAnew("login:a", "ben")).isEqualTo("anna");
    }

    @Test
    void whatWasClaimedAnewSinceIsNotGivenUp() {
        claims.claim("login:a", "anna");
        age("login:a", Duration.ofSeconds(5));
        Instant began = Instant.now().minusSeconds(2);
        claims.claimAnew("login:a", "anna");
        claims.release("login:a", "anna", began);
        assertThat(claims.holder("login:a")).contains("anna");
        claims.release("login:a", "anna", Instant.now().plusSeconds(1));
        assertThat(claims.holder("login:a")).isEmpty();
    }

    @Test
    void aClaimOfAnEarlierReleaseHasNoTimeAndCanBeTakenAndGivenUp() {
        database.getCollection("claims")
                .insertOne(new Document("_id", "login:a").append("holder", "anna"));
        assertThat(claims.takeOver("login:a", "anna", "ben", WITHIN)).isTrue();
        database.getCollection("claims")
                .updateOne(Filters.eq("_id", "login:a"), Updates.unset("at"));
        claims.release("login:a", "ben", Instant.now());
        assertThat(claims.holder("login:a")).isEmpty();
    }
}
