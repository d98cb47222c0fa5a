package org.peercoaching.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A wall that nothing can run into holds nothing up: each is run into here. */
class WallsTest {

    private static final Document ANY = new Document();

    static Stream<Arguments> trespassers() {
        return Stream.of(
                arguments(Walls.onlySingleDocumentAtomicity(), Transaction.class),
                arguments(Walls.onlySingleDocumentAtomicity(), ChangeStream.class),
                arguments(Walls.onlySingleDocumentAtomicity(), PipelineUpdate.class),
                arguments(Walls.onlySingleDocumentAtomicity(), PipelineUpdateInBulk.class),
                arguments(Walls.noUnportableIndexes(), PartialIndex.class),
                arguments(Walls.noUnportableIndexes(), UniqueIndex.class),
                arguments(Walls.noUnportableIndexes(), ExpiringIndex.class),
                arguments(Walls.noOperatorOfSomeStoresOnly(), DateTruncation.class),
                arguments(Walls.controllersArePrivate(), OpenController.class),
                arguments(Walls.servicesNeverCallEachOther(), Asking.class),
                arguments(Walls.servicesNeverCallEachOther(), Connecting.class),
                arguments(Walls.servicesNeverCallEachOther(), Downloading.class),
                arguments(
                        Walls.domainKnowsNoFramework("org.peercoaching.testkit"),
                        StoredState.class),
                arguments(Walls.packagesSayWhatMayBeNull(), List.class));
    }

    @ParameterizedTest
    @MethodSource("trespassers")
    void aTrespasserIsSeen(ArchRule wall, Class<?> trespasser) {
        assertThat(wall.evaluate(new ClassFileImporter().importClasses(trespasser)).hasViolation())
                .isTrue();
    }

    static class Transaction {
        void run(MongoClient client) {
            client.startSession();
        }
    }

    static class ChangeStream {
        void follow(MongoCollection<Document> collection) {
            collection.watch();
        }
    }

    static class PipelineUpdate {
        void write(MongoCollection<Document> collection) {
            collection.updateOne(ANY, List.of(ANY));
        }
    }

    static class PipelineUpdateInBulk {
        void write(MongoCollection<Document> collection) {
            collection.bulkWrite(List.of(new UpdateOneModel<>(ANY, List.of(ANY))));
        }
    }

    static class PartialIndex {
        final IndexOptions options = new IndexOptions().partialFilterExpression(ANY);
    }

    static class UniqueIndex {
        final IndexOptions options = new IndexOptions().unique(true);
    }

    static class ExpiringIndex {
        final IndexOptions options = new IndexOptions().expireAfter(1L, TimeUnit.DAYS);
    }

    static class DateTruncation {
        void read(MongoCollection<Document> collection) {
            collection.find(Filters.expr(Document.parse("{\"$dateTrunc\": {}}")));
        }
    }

    public static class OpenController {}

    static class Asking {
        HttpResponse<String> ask(HttpClient client, HttpRequest question) throws Exception {
            return client.send(question, HttpResponse.BodyHandlers.ofString());
        }
    }

    static class Connecting {
        int ask(HttpURLConnection connection) throws IOException {
            return connection.getResponseCode();
        }
    }

    static class Downloading {
        InputStream read(URL address) throws IOException {
            return address.openStream();
        }
    }

    enum StoredState {
        OPEN;

        Document toDocument() {
            return new Document("state", name());
        }
    }
}
