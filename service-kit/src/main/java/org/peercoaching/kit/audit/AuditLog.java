package org.peercoaching.kit.audit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Date;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Who did what that must be answered for, appended and never changed. Each process instance keeps a
 * chain of its own: every entry holds the hash of the one before, so that a missing, changed or
 * inserted entry shows. Ids and codes only.
 */
public final class AuditLog {

    private static final String BEGINNING = "beginning";

    private final MongoCollection<Document> entries;
    private final Clock clock;
    private final String chain;
    private long next = 1;
    private String lastHash = BEGINNING;

    AuditLog(MongoDatabase database, Clock clock, String chain) {
        this.entries = database.getCollection("audit");
        this.clock = clock;
        this.chain = chain;
    }

    /**
     * Appends an entry: one insert, before the caller goes on.
     *
     * @param actor the login key or participant id of who did it
     * @param action what was done, a code such as {@code metrics-queried}
     * @param details ids and codes, never content
     */
    public synchronized void append(String actor, String action, Map<String, String> details) {
        Document entry =
                new Document("_id", id(chain, next))
                        .append("chain", chain)
                        .append("number", next)
                        .append("at", Date.from(clock.instant()))
                        .append("actor", actor)
                        .append("action", action)
                        .append("details", new Document(new TreeMap<>(details)))
                        .append("previous", lastHash);
        String hash = hash(entry);
        entries.insertOne(entry.append("hash", hash));
        lastHash = hash;
        next++;
    }

    /** This process's chain. */
    public String chain() {
        return chain;
    }

    /**
     * Checks a chain from its beginning.
     *
     * @return the number of the first entry that is missing or was changed; 0 where the chain holds
     */
    public long firstBroken(String ofChain) {
        String previous = BEGINNING;
        long number = 1;
        for (Document entry = find(ofChain, number); entry != null; entry = find(ofChain, number)) {
            String hash = entry.getString("hash");
            entry.remove("hash");
            if (!previous.equals(entry.getString("previous")) || !hash.equals(hash(entry))) {
                return number;
            }
            previous = hash;
            number++;
        }
        boolean goesOn =
                entries.countDocuments(
                                Filters.and(
                                        Filters.eq("chain", ofChain), Filters.gt("number", number)))
                        > 0;
        return goesOn ? number : 0;
    }

    private @Nullable Document find(String ofChain, long number) {
        return entries.find(Filters.eq("_id", id(ofChain, number))).first();
    }

    private static String id(String chain, long number) {
        return chain + ":" + number;
    }

    private static String hash(Document entry) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(sha.digest(entry.toJson().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
