package org.peercoaching.kit.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.Base64;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.testkit.TestStore;

class WordsTest {

    private static final byte[] MASTER = Gcm.randomKey();

    private final String name = "words-" + Ids.random().substring(0, 8);
    private final MongoClient client = MongoClients.create(TestStore.uri(name));
    private final MongoDatabase database = client.getDatabase(name);
    private final Words words = new Words(database, Gcm.of(MASTER));

    @AfterEach
    void drop() {
        database.drop();
        client.close();
    }

    @Test
    void wordsOpenForTheirPlaceOnly() {
        Sealed sealed = words.seal("anna", "goal:1", "to listen – ça va ✓");
        assertThat(words.open(sealed, "goal:1")).contains("to listen – ça va ✓");
        assertThatIllegalStateException().isThrownBy(() -> words.open(sealed, "goal:2"));
    }

    @Test
    void theSameWordsNeverLookTheSame() {
        assertThat(words.seal("anna", "goal:1", "hello").box())
                .isNotEqualTo(words.seal("anna", "goal:1", "hello").box());
    }

    @Test
    void changedWordsDoNotOpen() {
        Sealed sealed = words.seal("anna", "goal:1", "hello");
        byte[] box = Base64.getDecoder().decode(sealed.box());
        box[box.length - 1] ^= 1;
        Sealed changed = new Sealed("anna", Base64.getEncoder().encodeToString(box));
        assertThatIllegalStateException().isThrownBy(() -> words.open(changed, "goal:1"));
    }

    @Test
    void anotherProcessOpensThem() {
        Sealed sealed = words.seal("anna", "goal:1", "hello");
        assertThat(new Words(database, Gcm.of(MASTER)).open(sealed, "goal:1")).contains("hello");
    }

    @Test
    void withTheKeyTheWordsAreGoneAndNobodyElsesAre() {
        Sealed hers = words.seal("anna", "goal:1", "hello");
        Sealed his = words.seal("ben", "goal:2", "hello");
        words.destroyKey("anna");
        assertThat(words.open(hers, "goal:1")).isEmpty();
        assertThat(words.open(his, "goal:2")).contains("hello");
    }

    @Test
    void keysLieWrappedInTheStore() {
        words.seal("anna", "goal:1", "hello");
        Document key = database.getCollection("author-keys").find().first();
        byte[] wrapped = key.get("key", org.bson.types.Binary.class).getData();
        assertThat(wrapped).hasSize(12 + 32 + 16);
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        new Words(database, Gcm.of(Gcm.randomKey()))
                                .seal("anna", "goal:1", "hello"));
    }
}
