package org.peercoaching.kit.aggregate;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.bson.Document;

/**
 * Who works on what takes longer than one write. A lease ends when its holder dies or stands still,
 * by the machine's time; it saves double work and guards nothing: a holder that was frozen goes on
 * when it thaws, so what it does must be right even then.
 */
public final class Leases {

    /** How long a silent holder is waited for. */
    public static final Duration TERM = Duration.ofSeconds(15);

    private final MongoCollection<Document> collection;
    private final String holder;
    private final Clock clock;

    /**
     * The leases, seen by one holder.
     *
     * @param holder names this process
     * @param clock the machine's time
     */
    public Leases(MongoDatabase database, String holder, Clock clock) {
        this.collection = database.getCollection("leases");
        this.holder = holder;
        this.clock = clock;
    }

    /** Takes a lease that nobody holds, or whose holder is silent. */
    public boolean take(String id) {
        Document free =
                new Document("_id", id)
                        .append("until", new Document("$lt", Date.from(clock.instant())));
        try {
            collection.updateOne(
                    free,
                    Updates.combine(Updates.set("holder", holder), Updates.set("until", end())),
                    new UpdateOptions().upsert(true));
            return true;
        } catch (MongoWriteException e) {
            // There is a lease, but it has not ended: the upsert met its own id.
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Holds on to a lease.
     *
     * @return whether it is still this holder's
     */
    public boolean renew(String id) {
        return collection
                        .updateOne(
                                new Document("_id", id).append("holder", holder),
                                Updates.set("until", end()))
                        .getMatchedCount()
                == 1;
    }

    /** Lets go of a lease. */
    public void release(String id) {
        collection.deleteOne(new Document("_id", id).append("holder", holder));
    }

    private Date end() {
        return Date.from(clock.instant().plus(TERM));
    }
}
