package org.peercoaching.session;

import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * What a command asks of the store, by the documents it names with their id.
 *
 * @param ids that it finds or writes by
 */
record StoreOperation(Kind kind, List<String> ids) {

    enum Kind {
        READ,
        WRITE,
        /** Takes published events out of their document. */
        CLEARING
    }

    /** The operations of one command of the driver; a bulk write is as many as its documents. */
    static Stream<StoreOperation> of(String name, BsonDocument command) {
        return switch (name) {
            case "find" ->
                    Stream.of(new StoreOperation(Kind.READ, idsIn(command.getDocument("filter"))));
            case "insert" ->
                    documents(command, "documents")
                            .map(document -> new StoreOperation(Kind.WRITE, idsIn(document)));
            case "update" ->
                    documents(command, "updates")
                            .map(update ->
                                    new StoreOperation(
                                            clears(update.getDocument("u"))
                                                    ? Kind.CLEARING
                                                    : Kind.WRITE,
                                            idsIn(update.getDocument("q"))));
            default -> Stream.empty();
        };
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
