package org.peercoaching.kit.aggregate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.decision.Refusal;

/**
 * The document of an aggregate: {@code {_id, v, sv, seq, state, outbox, due, commands, seen}}.
 *
 * @param document as it was read
 * @param state decoded and upcast
 */
record StoredAggregate<S>(BsonDocument document, S state) {

    /** How many unpublished events an aggregate carries at most. */
    static final int OUTBOX_LIMIT = 64;

    /** How many command ids an aggregate remembers. */
    static final int COMMANDS_KEPT = 32;

    long version() {
        return document.getInt64("v").getValue();
    }

    long sequence() {
        return document.getInt64("seq").getValue();
    }

    List<OutboxEntry> outbox() {
        return outbox(document);
    }

    static List<OutboxEntry> outbox(BsonDocument document) {
        return document.getArray("outbox").stream()
                .map(entry -> OutboxEntry.from(entry.asDocument()))
                .toList();
    }

    Versioned<S> versioned() {
        return new Versioned<>(document.getString("_id").getValue(), version(), state);
    }

    /**
     * What the document already knows of the trigger: that it took effect before, or that it must
     * not.
     */
    Optional<Outcome<S>> answerTo(Trigger trigger) {
        return switch (trigger) {
            case Trigger.Request request -> answerTo(request);
            case Trigger.Event event ->
                    seen(event.source()) >= event.sequence()
                            ? Optional.of(new Outcome.Repeated<>(versioned()))
                            : Optional.empty();
            case Trigger.Internal internal -> Optional.empty();
        };
    }

    private Optional<Outcome<S>> answerTo(Trigger.Request request) {
        String known = hashOf(request.commandId());
        if (known != null) {
            return Optional.of(
                    known.equals(request.bodyHash())
                            ? new Outcome.Repeated<>(versioned())
                            : new Outcome.Refused<>(KEY_REUSED));
        }
        return Optional.empty();
    }

    /** Whether a client saw an older version than this one. */
    boolean isStaleFor(Trigger trigger) {
        return trigger instanceof Trigger.Request(String commandId, String bodyHash, Long expected)
                && expected != null
                && expected != version();
    }

    private @Nullable String hashOf(@Nullable String commandId) {
        if (commandId == null) {
            return null;
        }
        return document.getArray("commands").stream()
                .map(command -> command.asDocument())
                .filter(command -> command.getString("id").getValue().equals(commandId))
                .map(command -> command.getString("hash").getValue())
                .findFirst()
                .orElse(null);
    }

    private long seen(String source) {
        return document.getDocument("seen").getInt64(source, new BsonInt64(0)).getValue();
    }

    /** A new aggregate's whole document. */
    static BsonDocument first(
            String id,
            int schemaVersion,
            BsonDocument state,
            List<OutboxEntry> events,
            Trigger trigger,
            Instant due) {
        BsonDocument document =
                new BsonDocument("_id", new BsonString(id))
                        .append("v", new BsonInt64(1))
                        .append("sv", new BsonInt32(schemaVersion))
                        .append("seq", new BsonInt64(events.size()))
                        .append("state", state)
                        .append("outbox", array(events))
                        .append("commands", commands(trigger))
                        .append("seen", new BsonDocument());
        if (!events.isEmpty()) {
            document.append("due", new BsonDateTime(due.toEpochMilli()));
        }
        if (trigger instanceof Trigger.Event(String source, long sequence)) {
            document.getDocument("seen").append(source, new BsonInt64(sequence));
        }
        return document;
    }

    /**
     * The guard of the next write: this very version. One flat document, so that every store finds
     * it by its id.
     */
    BsonDocument guard() {
        return new BsonDocument("_id", document.get("_id")).append("v", document.get("v"));
    }

    /** The one write that changes the state, appends the events and remembers the trigger. */
    Bson change(
            int schemaVersion,
            BsonDocument newState,
            List<OutboxEntry> events,
            Trigger trigger,
            Instant due) {
        BsonDocument set =
                new BsonDocument("v", new BsonInt64(version() + 1))
                        .append("sv", new BsonInt32(schemaVersion))
                        .append("seq", new BsonInt64(sequence() + events.size()))
                        .append("state", newState);
        if (!events.isEmpty()) {
            set.append("due", new BsonDateTime(due.toEpochMilli()));
        }
        if (trigger instanceof Trigger.Event(String source, long sequence)) {
            set.append("seen." + source, new BsonInt64(sequence));
        }
        BsonDocument push =
                new BsonDocument("outbox", new BsonDocument("$each", array(events)))
                        .append(
                                "commands",
                                new BsonDocument("$each", commands(trigger))
                                        .append("$slice", new BsonInt32(-COMMANDS_KEPT)));
        return new BsonDocument("$set", set).append("$push", push);
    }

    private static BsonArray array(List<OutboxEntry> events) {
        return new BsonArray(new ArrayList<>(events.stream().map(OutboxEntry::toBson).toList()));
    }

    private static BsonArray commands(Trigger trigger) {
        BsonArray commands = new BsonArray();
        if (trigger instanceof Trigger.Request(String commandId, String bodyHash, Long expected)
                && commandId != null) {
            commands.add(
                    new BsonDocument("id", new BsonString(commandId))
                            .append("hash", new BsonString(bodyHash)));
        }
        return commands;
    }

    static final Refusal KEY_REUSED =
            Refusal.invalid(
                    "idempotency-key-reused",
                    "This Idempotency-Key was used for another request. Use a new key for each new request.");

    static final Refusal STALE =
            new Refusal(
                    Refusal.Kind.STALE,
                    "stale-version",
                    "It changed since you read it. Read it again and repeat your change on what you find.");
}
