package org.peercoaching.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MongoUriTest {

    @ParameterizedTest
    @CsvSource({
        "mongodb://localhost:27017,                         mongodb://localhost:27017/session",
        "mongodb://localhost:27017/,                        mongodb://localhost:27017/session",
        "mongodb://a:1,                                     mongodb://a:1/session",
        "mongodb://a:1/old?replicaSet=rs0,                  mongodb://a:1/session?replicaSet=rs0",
        "mongodb://u:p@a:1/?tls=true,                       mongodb://u:p@a:1/session?tls=true&authSource=admin",
        "mongodb://u:p@a:1/old,                             mongodb://u:p@a:1/session?authSource=old",
        "mongodb://u:p@a:1/old?authSource=x,                mongodb://u:p@a:1/session?authSource=x",
        "mongodb+srv://u:p@cluster.example/?w=majority,     mongodb+srv://u:p@cluster.example/session?w=majority&authSource=admin",
        "'mongodb://a:1,b:2,c:3/?replicaSet=rs0',           'mongodb://a:1,b:2,c:3/session?replicaSet=rs0'",
    })
    void onlyTheDatabaseChanges(String given, String expected) {
        assertThat(MongoUri.withDatabase(given, "session")).isEqualTo(expected);
    }

    @Test
    void whatIsNoConnectionStringIsRefusedWithAnExample() {
        assertThatThrownBy(() -> MongoUri.withDatabase("localhost:27017", "session"))
                .hasMessageContaining("mongodb://localhost:27017");
    }
}
