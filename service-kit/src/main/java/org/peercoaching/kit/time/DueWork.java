package org.peercoaching.kit.time;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bson.Document;
import org.peercoaching.kit.decision.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that falls due at a business time. Each piece lies in a bucket document {@code
 * due:<hour>:<shard>} that is written before its aggregate, so that nothing due is forgotten;
 * buckets are found by {@code _id}, hour by hour, never by a scan. A piece leaves its bucket when
 * its handler returned; one that fails stays and is tried again.
 */
public final class DueWork {

    private static final Logger log = LoggerFactory.getLogger(DueWork.class);

    /** Spreads the writers of one hour over several documents. */
    private static final int SHARDS = 8;

    /**
     * Hours read again behind the last finished one: writers whose clocks lag put late work there.
     */
    private static final Duration LOOK_BACK = Duration.ofHours(2);

    /** Hours of buckets that one query asks for when much time has passed. */
    private static final Duration AT_ONCE = Duration.ofHours(24);

    private static final String PROGRESS = "progress";

    private final MongoCollection<Document> buckets;
    private final Clock clock;
    private final Supplier<List<DueHandler>> handlers;

    /** The due work of a service. */
    public DueWork(MongoDatabase database, Clock clock, Supplier<List<DueHandler>> handlers) {
        this.buckets = database.getCollection("due");
        this.clock = clock;
        this.handlers = handlers;
    }

    /**
     * Puts work into its bucket: one write. The same work for the same time is put there once,
     * however often it is asked for. Call it before the aggregate is written.
     *
     * @param at when it is due; a time that has passed means at once
     */
    public void schedule(String kind, String id, Instant at) {
        Instant now = clock.instant();
        Instant hour = (at.isBefore(now) ? now : at).truncatedTo(ChronoUnit.HOURS);
        String piece = kind + "|" + id + "|" + at.toEpochMilli();
        buckets.updateOne(
                Filters.eq("_id", bucket(hour, Math.floorMod(id.hashCode(), SHARDS))),
                Updates.set(
                        "work." + piece,
                        new Document("kind", kind)
                                .append("id", id)
                                .append("at", java.util.Date.from(at))),
                new UpdateOptions().upsert(true));
    }

    /**
     * Does everything that is due by now; returns when it is stored. What fails is tried again at
     * the next call and holds nothing else up.
     *
     * @return whether all of it succeeded
     */
    public synchronized boolean runDue() {
        Instant now = clock.instant();
        Instant thisHour = now.truncatedTo(ChronoUnit.HOURS);
        Instant finished = finishedUntil(thisHour);
        boolean allDone = true;
        Instant end = thisHour.plus(Duration.ofHours(1));
        for (Instant hour = finished.minus(LOOK_BACK);
                hour.isBefore(end);
                hour = hour.plus(AT_ONCE)) {
            Instant until = min(hour.plus(AT_ONCE), end);
            for (Document bucket : buckets.find(Filters.in("_id", names(hour, until)))) {
                allDone &= runBucket(bucket, now);
            }
            if (allDone && finished.isBefore(min(until, thisHour))) {
                finished = min(until, thisHour);
                finish(finished);
            }
        }
        return allDone;
    }

    private boolean runBucket(Document bucket, Instant now) {
        Document work = bucket.get("work", new Document());
        List<String> done = new ArrayList<>();
        int due = 0;
        for (Map.Entry<String, Object> piece : work.entrySet()) {
            Document what = (Document) piece.getValue();
            Instant at = what.getDate("at").toInstant();
            if (!at.isAfter(now)) {
                due++;
                if (run(what.getString("kind"), what.getString("id"), at)) {
                    done.add("work." + piece.getKey());
                }
            }
        }
        if (!done.isEmpty()) {
            buckets.updateOne(
                    Filters.eq("_id", bucket.getString("_id")),
                    Updates.combine(done.stream().map(Updates::unset).toList()));
        }
        if (done.size() == work.size()) {
            // Only if it is still empty: somebody may have put work there meanwhile.
            buckets.deleteOne(
                    new Document("_id", bucket.getString("_id")).append("work", new Document()));
        }
        return done.size() == due;
    }

    private boolean run(String kind, String id, Instant at) {
        Optional<DueHandler> handler =
                handlers.get().stream()
                        .filter(candidate -> candidate.kind().equals(kind))
                        .findFirst();
        if (handler.isEmpty()) {
            // Another release knows this kind and takes it up; this one must not throw it away.
            log.atWarn().addKeyValue("kind", kind).log("No handler for work that is due");
            return false;
        }
        try {
            handler.get().due(id, at);
            return true;
        } catch (RefusedException e) {
            tryAgain(kind, id, e.refusal().code());
        } catch (MongoException e) {
            tryAgain(kind, id, e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            log.atError()
                    .addKeyValue("kind", kind)
                    .addKeyValue("id", id)
                    .setCause(e)
                    .log("Work that is due failed; it is tried again");
        }
        return false;
    }

    private static void tryAgain(String kind, String id, String cause) {
        log.atWarn()
                .addKeyValue("kind", kind)
                .addKeyValue("id", id)
                .addKeyValue("cause", cause)
                .log("Work that is due could not be done yet; it is tried again");
    }

    private Instant finishedUntil(Instant otherwise) {
        Document progress = buckets.find(Filters.eq("_id", PROGRESS)).first();
        if (progress == null) {
            finish(otherwise);
            return otherwise;
        }
        return min(progress.getDate("until").toInstant(), otherwise);
    }

    private void finish(Instant until) {
        buckets.updateOne(
                Filters.eq("_id", PROGRESS),
                Updates.max("until", java.util.Date.from(until)),
                new UpdateOptions().upsert(true));
    }

    private static List<String> names(Instant from, Instant until) {
        List<String> names = new ArrayList<>();
        for (Instant hour = from; hour.isBefore(until); hour = hour.plus(Duration.ofHours(1))) {
            Instant of = hour;
            IntStream.range(0, SHARDS).forEach(shard -> names.add(bucket(of, shard)));
        }
        return names;
    }

    private static String bucket(Instant hour, int shard) {
        return "due:" + hour + ":" + shard;
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
