package org.peercoaching.session;

import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * What a command asks of the store, by the documents it names with their id.
 *
 * @param thread the name of the thread that asks
 * @param ids that it finds or writes by
 */
record StoreOperation(String thread, Kind kind, String collection, List<String> ids) {

    enum Kind {
        READ,
        WRITE,
        /** Takes published events out of their document. */
        CLEARING
    }

    /** The operations of one command of the driver; a bulk write is as many as its documents. */
    static Stream<StoreOperation> of(String name, BsonDocument command) {
        return switch (name) {
            case "find" -> Stream.of(of(Kind.READ, name, command, command.getDocument("filter")));
            case "insert" ->
                    documents(command, "documents")
                            .map(document -> of(Kind.WRITE, name, command, document));
            case "update" ->
                    documents(command, "updates")
                            .map(update ->
                                    of(
                                            clears(update.getDocument("u"))
                                                    ? Kind.CLEARING
                                                    : Kind.WRITE,
                                            name,
                                            command,
                                            update.getDocument("q")));
            case "delete" ->
                    documents(command, "deletes")
                            .map(delete -> of(Kind.WRITE, name, command, delete.getDocument("q")));
            case "aggregate", "count", "distinct", "findAndModify", "getMore" ->
                    Stream.of(of(Kind.READ, name, command, new BsonDocument()));
            default -> Stream.empty();
        };
    }

    private static StoreOperation of(
            Kind kind, String name, BsonDocument command, BsonDocument document) {
        BsonValue collection =
                name.equals("getMore") ? command.get("collection") : command.get(name);
        return new StoreOperation(
                Thread.currentThread().getName(),
                kind,
                collection.isString() ? collection.asString().getValue() : "",
                idsIn(document));
    }

    /** Whether a reaction to an event asks for it. */
    boolean isOfAReaction() {
        return thread.contains("-C-");
    }

    @Override
    public String toString() {
        return kind + " " + collection;
    }

    boolean concerns(String id) {
        return ids.contains(id);
    }

    private static boolean clears(BsonDocument update) {
        return update.containsKey("$unset") || update.containsKey("$pull");
    }

    private static Stream<BsonDocument> documents(BsonDocument command, String field) {
        return command.getArray(field).stream().map(BsonValue::asDocument);
    }

    private static List<String> idsIn(BsonDocument document) {
        return switch (document.get("_id")) {
            case BsonString id -> List.of(id.getValue());
            case BsonDocument several when several.containsKey("$in") ->
                    several.getArray("$in").stream().map(id -> id.asString().getValue()).toList();
            case null, default -> List.of();
        };
    }
}
