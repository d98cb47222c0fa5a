package org.peercoaching.kit.encryption;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts people's words with a key per author. The keys lie in the service's own store, wrapped
 * by a master key from outside; when an author's key is destroyed, what it sealed is gone for good.
 */
public final class Words {

    /** For how long a process may still open words after the key was destroyed by another. */
    private static final Duration KEY_CACHED = Duration.ofMinutes(1);

    private final MongoCollection<Document> keys;
    private final Gcm master;
    private final Cache<String, Gcm> cache =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(KEY_CACHED).build();

    Words(MongoDatabase database, Gcm master) {
        this.keys = database.getCollection("author-keys");
        this.master = master;
    }

    /**
     * Seals words.
     *
     * @param author the participant id of who wrote them
     * @param place what they belong to, such as {@code goal:<id>}; they open only there
     */
    public Sealed seal(String author, String place, String words) {
        byte[] box = keyFor(author).encrypt(words.getBytes(StandardCharsets.UTF_8), place);
        return new Sealed(author, Base64.getEncoder().encodeToString(box));
    }

    /**
     * Opens sealed words.
     *
     * @return the words; empty where the author's key was destroyed
     * @throws IllegalStateException where they were changed, or belong to another place
     */
    public Optional<String> open(Sealed words, String place) {
        return Optional.ofNullable(existingKey(words.author()))
                .map(key -> key.decrypt(Base64.getDecoder().decode(words.box()), place))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** Destroys an author's key, and with it everything it sealed in this service. */
    public void destroyKey(String author) {
        keys.deleteOne(Filters.eq("_id", author));
        cache.invalidate(author);
    }

    private Gcm keyFor(String author) {
        Gcm existing = existingKey(author);
        return existing != null ? existing : newKey(author);
    }

    private @Nullable Gcm existingKey(String author) {
        Gcm cached = cache.getIfPresent(author);
        if (cached != null) {
            return cached;
        }
        Gcm stored = stored(author);
        if (stored != null) {
            cache.put(author, stored);
        }
        return stored;
    }

    private @Nullable Gcm stored(String author) {
        Document key = keys.find(Filters.eq("_id", author)).first();
        return key == null
                ? null
                : Gcm.of(master.decrypt(key.get("key", Binary.class).getData(), author));
    }

    private Gcm newKey(String author) {
        byte[] fresh = Gcm.randomKey();
        try {
            keys.insertOne(
                    new Document("_id", author)
                            .append("key", new Binary(master.encrypt(fresh, author))));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return keyOfAnother(author);
            }
            throw e;
        }
        Gcm key = Gcm.of(fresh);
        cache.put(author, key);
        return key;
    }

    private Gcm keyOfAnother(String author) {
        Gcm key = existingKey(author);
        if (key == null) {
            throw new IllegalStateException("The author's key was destroyed while it was made");
        }
        return key;
    }
}
