package org.peercoaching.kit.audit;

import com.mongodb.MongoException;
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
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Who did what that must be answered for, appended and never changed. Each process instance keeps a
 * chain of its own, and begins another where the store left a write unanswered: every entry holds
 * the hash of the one before, so that an entry that is missing in the middle, was changed or
 * inserted shows. That the end of a chain, or a whole chain, was removed, or all of it written anew
 * by who may write to the store, does not: copy the entries to where nobody can. Ids and codes
 * only.
 */
public final class AuditLog {

    private static final String BEGINNING = "beginning";

    private final MongoCollection<Document> entries;
    private final Clock clock;
    private String chain;
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
        try {
            entries.insertOne(entry.append("hash", hash));
        } catch (MongoException e) {
            // Nobody knows whether the store has it. A number is never used twice: a chain that
            // was left this way ends well either way.
            begin(UUID.randomUUID().toString());
            throw e;
        }
        lastHash = hash;
        next++;
    }

    private void begin(String newChain) {
        chain = newChain;
        next = 1;
        lastHash = BEGINNING;
    }

    /** The chain that this process appends to. */
    public synchronized String chain() {
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
