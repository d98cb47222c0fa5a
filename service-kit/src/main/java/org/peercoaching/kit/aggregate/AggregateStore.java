package org.peercoaching.kit.aggregate;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.CoachingEvent;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;

/**
 * The aggregates of one kind. A change is: load by id, decide, one write guarded by the version
 * that takes state and events together; the events are then published head first. A lost guard
 * decides again on what is there now.
 *
 * <p>Nothing but single-document atomicity is assumed of the store.
 *
 * @param <S> the state: a record, whose nested values are records, enums, sealed types and what the
 *     driver knows
 */
public final class AggregateStore<S extends Record> {

    /** How long the writing process has for publishing before a sweeper helps. */
    static final Duration PUBLISHING_TIME = Duration.ofSeconds(2);

    /** Aggregates of a read where all are gone through. */
    private static final int READ_AHEAD = 500;

    /** Lost guards in a row after which the caller is asked to come back later. */
    private static final int ATTEMPTS = 10;

    private final MongoCollection<BsonDocument> collection;
    private final StateCodec<S> codec;
    private final Relay relay;
    private final Clock businessClock;
    private final Supplier<@Nullable String> traceparent;

    AggregateStore(
            MongoCollection<BsonDocument> collection,
            StateCodec<S> codec,
            Relay relay,
            Clock businessClock,
            Supplier<@Nullable String> traceparent) {
        this.collection = collection;
        this.codec = codec;
        this.relay = relay;
        this.businessClock = businessClock;
        this.traceparent = traceparent;
    }

    /** The aggregate of an id: one read. */
    public Optional<Versioned<S>> find(String id) {
        return load(id).map(StoredAggregate::versioned);
    }

    /** The aggregates of some ids, in no order; those that do not exist are left out: one read. */
    public List<Versioned<S>> findAll(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : read(Filters.in("_id", ids), Integer.MAX_VALUE);
    }

    /**
     * A page of the aggregates whose state has a value in a field, by id. For lists and rounds, not
     * for hot paths: ask for an index with {@link AggregateStores.Definition#indexed}.
     *
     * @param after the last id of the page before; null for the first page
     */
    public List<Versioned<S>> findBy(
            String field, Object value, @Nullable String after, int limit) {
        Bson wanted = Filters.eq("state." + field, value);
        return read(after == null ? wanted : Filters.and(wanted, Filters.gt("_id", after)), limit);
    }

    /**
     * A page of the aggregates whose state has a value in a field, those first whose time in
     * another field is the latest. Ask for an index with {@link
     * AggregateStores.Definition#indexedByTime}.
     *
     * @param after where the page before ended; null for the first page
     */
    public List<Versioned<S>> latestBy(
            String field, Object value, String time, @Nullable Place after, int limit) {
        Bson wanted = Filters.eq("state." + field, value);
        return read(
                after == null ? wanted : Filters.and(wanted, after.behind("state." + time)),
                Place.order("state." + time),
                limit);
    }

    /**
     * Some of the aggregates that a filter finds: for administration, not for hot paths, as it may
     * look at all of them.
     *
     * @param filter of documents; fields of the state are under {@code state}
     * @param order with {@code _id} last, or pages overlap
     */
    public List<Versioned<S>> search(Bson filter, Bson order, int skip, int limit) {
        List<Versioned<S>> found = new ArrayList<>();
        for (BsonDocument document : collection.find(filter).sort(order).skip(skip).limit(limit)) {
            found.add(new StoredAggregate<>(document, state(document)).versioned());
        }
        return found;
    }

    /** How many aggregates a filter finds. */
    public long count(Bson filter) {
        return collection.countDocuments(filter);
    }

    /**
     * Goes through all aggregates whose state has a value in a field, by id, reading ahead some at
     * a time: for work over tens of thousands. Ask for an index as for pages.
     */
    public void forEach(String field, Object value, Consumer<S> action) {
        for (BsonDocument document :
                collection
                        .find(Filters.eq("state." + field, value))
                        .sort(Sorts.ascending("_id"))
                        .batchSize(READ_AHEAD)) {
            action.accept(state(document));
        }
    }

    /**
     * Lets a decision take effect once per trigger.
     *
     * @param id the aggregate; it need not exist
     * @param trigger what it reacts to; seen again, the answer is {@link Outcome.Repeated}
     * @param decide a pure decision on the state, empty where there is no aggregate yet; may be
     *     called again
     * @return what became of it; refused with {@link Refusal.Kind#UNAVAILABLE} while too many
     *     events of the aggregate wait for the broker
     */
    public Outcome<S> handle(
            String id, Trigger trigger, Function<Optional<S>, Decision<S>> decide) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<StoredAggregate<S>> stored = load(id);
            Optional<Outcome<S>> known = stored.flatMap(aggregate -> aggregate.answerTo(trigger));
            if (known.isPresent()) {
                return known.get();
            }
            Decision<S> decision = decide.apply(stored.map(StoredAggregate::state));
            if (!hides(decision) && stored.filter(each -> each.isStaleFor(trigger)).isPresent()) {
                return new Outcome.Refused<>(StoredAggregate.STALE);
            }
            switch (decision) {
                case Decision.Rejected<S>(Refusal refusal) -> {
                    return new Outcome.Refused<>(refusal);
                }
                case Decision.Accepted<S>(S state, List<CoachingEvent> events) -> {
                    Optional<Outcome<S>> done = save(id, stored, trigger, state, events);
                    if (done.isPresent()) {
                        return done.get();
                    }
                }
            }
        }
        return new Outcome.Refused<>(CONTENDED);
    }

    /** Whoever may not know of a thing must not learn that it changed. */
    private static boolean hides(Decision<?> decision) {
        return decision instanceof Decision.Rejected<?>(Refusal refusal)
                && (refusal.kind() == Refusal.Kind.NOT_FOUND
                        || refusal.kind() == Refusal.Kind.FORBIDDEN);
    }

    private Optional<Outcome<S>> save(
            String id,
            Optional<StoredAggregate<S>> stored,
            Trigger trigger,
            S state,
            List<CoachingEvent> events) {
        if (stored.isPresent() && unchanged(stored.get(), trigger, state, events)) {
            return Optional.of(new Outcome.Applied<>(stored.get().versioned()));
        }
        List<OutboxEntry> waiting = stored.map(StoredAggregate::outbox).orElse(List.of());
        if (!events.isEmpty() && waiting.size() + events.size() > StoredAggregate.OUTBOX_LIMIT) {
            return Optional.of(new Outcome.Refused<>(OUTBOX_FULL));
        }
        List<OutboxEntry> added =
                numbered(events, stored.map(StoredAggregate::sequence).orElse(0L));
        Instant due = Instant.now().plus(PUBLISHING_TIME);
        BsonDocument encoded = codec.encode(state);
        boolean written =
                stored.map(aggregate ->
                                collection
                                                .updateOne(
                                                        aggregate.guard(),
                                                        aggregate.change(
                                                                codec.schemaVersion(),
                                                                encoded,
                                                                added,
                                                                trigger,
                                                                due))
                                                .getMatchedCount()
                                        == 1)
                        .orElseGet(() ->
                                insert(
                                        StoredAggregate.first(
                                                id,
                                                codec.schemaVersion(),
                                                encoded,
                                                added,
                                                trigger,
                                                due)));
        if (!written) {
            return Optional.empty();
        }
        if (!added.isEmpty()) {
            List<OutboxEntry> outbox = new ArrayList<>(waiting);
            outbox.addAll(added);
            relay.publish(collection, id, outbox);
        }
        long version = stored.map(StoredAggregate::version).orElse(0L) + 1;
        return Optional.of(new Outcome.Applied<>(new Versioned<>(id, version, state)));
    }

    /**
     * Nothing to write. What is to be known again is written down all the same: an event, so that
     * an older one cannot come in later; a command with a key, so that the key is not used for
     * another.
     */
    private static <S> boolean unchanged(
            StoredAggregate<S> stored, Trigger trigger, S state, List<CoachingEvent> events) {
        return events.isEmpty() && !trigger.isRemembered() && state.equals(stored.state());
    }

    private List<OutboxEntry> numbered(List<CoachingEvent> events, long last) {
        Instant now = businessClock.instant();
        String trace = traceparent.get();
        List<OutboxEntry> entries = new ArrayList<>();
        for (CoachingEvent event : events) {
            entries.add(OutboxEntry.of(last + entries.size() + 1, event, now, trace));
        }
        return entries;
    }

    private boolean insert(BsonDocument document) {
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private Optional<StoredAggregate<S>> load(String id) {
        return Optional.ofNullable(
                        collection.find(new BsonDocument("_id", new BsonString(id))).first())
                .map(document -> new StoredAggregate<>(document, state(document)));
    }

    private List<Versioned<S>> read(Bson filter, int limit) {
        return read(filter, Sorts.ascending("_id"), limit);
    }

    private List<Versioned<S>> read(Bson filter, Bson order, int limit) {
        List<Versioned<S>> found = new ArrayList<>();
        for (BsonDocument document :
                collection.find(filter).sort(order).limit(limit == Integer.MAX_VALUE ? 0 : limit)) {
            found.add(new StoredAggregate<>(document, state(document)).versioned());
        }
        return found;
    }

    private S state(BsonDocument document) {
        int version = document.getInt32("sv").getValue();
        if (version > codec.schemaVersion()) {
            throw new RefusedException(NEWER_RELEASE);
        }
        return codec.decode(document.getDocument("state"), version);
    }

    /** To read it with the older schema would lose what that does not know. */
    private static final Refusal NEWER_RELEASE =
            Refusal.unavailable(
                    "newer-release",
                    "A newer release, which is just being rolled out, has changed this. Nothing was changed; try again.");

    private static final Refusal OUTBOX_FULL =
            Refusal.unavailable(
                    "events-waiting",
                    "Too many earlier changes still wait to be announced. Nothing was changed; try again in a little while.");

    private static final Refusal CONTENDED =
            Refusal.unavailable(
                    "contended",
                    "Many others change this at the same moment. Nothing was changed; try again.");
}
