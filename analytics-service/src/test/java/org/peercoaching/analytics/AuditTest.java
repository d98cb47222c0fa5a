package org.peercoaching.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoaching.kit.security.LoginKeys;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.TestIssuer;
import org.peercoaching.testkit.TestPlatform;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every question that has all its parts is written down once, whatever becomes of it. */
@ServiceTest
class AuditTest {

    private static final LoginKeys KEYS = new LoginKeys(TestPlatform.ORGANIZATION_SECRET);

    private final MongoDatabase database;
    private long before;

    @LocalServerPort int port;

    AuditTest(MongoDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void everythingIsReleased() {
        Spring.awaitReleases(port);
        before = database.getCollection("audit").countDocuments();
    }

    @Test
    void whoAskedWhatIsWrittenDown() {
        assertThat(
                        Spring.analyst(port)
                                .get(Spring.FIGURES + "enrolled&unit=/sales&groupBy=unit&depth=1")
                                .status())
                .isEqualTo(200);
        Document entry = theOneEntry();
        assertThat(entry)
                .containsEntry("action", "figures-queried")
                .containsEntry("actor", KEYS.keyOf("ada"));
        assertThat(details(entry))
                .containsEntry("program", "spring")
                .containsEntry("metrics", "enrolled")
                .containsEntry("unit", "/sales")
                .containsEntry("groupBy", "unit")
                .containsEntry("depth", "1")
                .containsEntry("from", "2026-03-02")
                .containsEntry("to", "2026-06-14")
                .doesNotContainKey("refused");
    }

    @ParameterizedTest
    @CsvSource({
        "happiness,                         unknown-metric",
        "enrolled&unit=/nowhere,            no-such-unit",
        "enrolled&period=day&groupBy=unit,  days-only-of-whole-programs",
        "enrolled&groupBy=unit&depth=13,    invalid-depth",
        "enrolled&format=xml,               unknown-format",
    })
    void soIsAQuestionThatMakesNoSense(String asked, String refused) {
        Http.Answer answer = Spring.analyst(port).get(Spring.FIGURES + asked);
        assertThat(answer.code()).isEqualTo(refused);
        Document entry = theOneEntry();
        assertThat(entry)
                .containsEntry("action", "figures-refused")
                .containsEntry("actor", KEYS.keyOf("ada"));
        assertThat(details(entry))
                .containsEntry("program", "spring")
                .containsEntry("metrics", asked.split("&", 2)[0])
                .containsEntry("refused", refused);
    }

    @Test
    void soIsOneThatWouldCostTooMuch() {
        Spring.analyst(port)
                .get(
                        Spring.API
                                + "figures?metric=enrolled&program=spring&from=2000-01-01&to=2199-01-01");
        assertThat(details(theOneEntry()))
                .containsEntry("from", "2000-01-01")
                .containsEntry("to", "2199-01-01")
                .containsEntry("refused", "too-costly");
    }

    @Test
    void soIsOneForFiguresThatAreNotTheirs() {
        Http sales = new Http(port, TestIssuer.analyst("sam", "/sales"));
        assertThat(sales.get(Spring.FIGURES + "enrolled&unit=/tech").status()).isEqualTo(403);
        Document entry = theOneEntry();
        assertThat(entry).containsEntry("actor", KEYS.keyOf("sam"));
        assertThat(details(entry))
                .containsEntry("unit", "/tech")
                .containsEntry("refused", "unit-not-yours");
    }

    @Test
    void soIsOneOfSomebodyWhoMaySeeNone() {
        Http pat = new Http(port, TestIssuer.token("pat", "participant"));
        assertThat(pat.get(Spring.FIGURES + "enrolled").status()).isEqualTo(403);
        assertThat(details(theOneEntry())).containsEntry("refused", "figures-not-yours");
    }

    @Test
    void whatIsNoCodeIsNotKept() {
        Spring.analyst(port).get(Spring.FIGURES + "How%20is%20Anna%20Smith%3F");
        assertThat(theOneEntry().toJson()).doesNotContain("Anna");
    }

    private Document theOneEntry() {
        List<Document> entries =
                database.getCollection("audit")
                        .find()
                        .sort(new Document("number", 1))
                        .into(new ArrayList<>());
        assertThat(entries).hasSize((int) before + 1);
        return entries.getLast();
    }

    private static Document details(Document entry) {
        return entry.get("details", Document.class);
    }
}
