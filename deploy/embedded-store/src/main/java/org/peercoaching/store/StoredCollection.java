package org.peercoaching.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;

/**
 * A collection that changes copies. The library updates in place the document that a query
 * returned: on a copy that becomes copy-on-write, so that neither the commit, which runs beside the
 * next command, nor an answer that is still being encoded meets a half-changed document. Only a
 * find and a count, which change nothing, are given what is stored.
 */
final class StoredCollection extends H2Collection {

    private final Durability durability;
    private final LongAdder examined;

    /** Guarded by the collection's lock, under which every query is. */
    private boolean onlyRead;

    StoredCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors,
            Durability durability,
            LongAdder examined) {
        super(database, name, options, documents, meta, cursors);
        this.durability = durability;
        this.examined = examined;
    }

    /**
     * Like every other change, under the collection's lock: an index is built while others write.
     */
    @Override
    public synchronized void addIndex(Index<Object> index) {
        super.addIndex(index);
    }

    @Override
    public synchronized int count(Document query, int skip, int limit) {
        onlyRead = true;
        try {
            return super.count(query, skip, limit);
        } finally {
            onlyRead = false;
        }
    }

    @Override
    public synchronized QueryResult handleQuery(QueryParameters parameters) {
        onlyRead = true;
        try {
            return super.handleQuery(parameters);
        } finally {
            onlyRead = false;
        }
    }

    /** This is how a find-and-modify takes what it changes. */
    @Override
    public synchronized QueryResult handleQuery(Document query, int skip, int limit) {
        return new QueryResult(
                super.handleQuery(query, skip, limit).collectDocuments().stream()
                        .map(Document::cloneDeeply)
                        .toList());
    }

    /** Copies of the documents that fulfil a filter: stages of a pipeline change what they get. */
    Stream<Document> matching(Document filter) {
        // Wrapped, else a filter by a field called query would be taken for one that is.
        return handleQuery(new Document("$query", filter), 0, 0).collectDocuments().stream();
    }

    @Override
    protected boolean documentMatchesQuery(Document document, Document query) {
        examined.increment();
        return super.documentMatchesQuery(document, query);
    }

    @Override
    protected QueryResult createQueryResult(List<Document> matched, int batchSize) {
        return super.createQueryResult(
                onlyRead ? matched : matched.stream().map(Document::cloneDeeply).toList(),
                batchSize);
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        Object position = super.addDocumentInternal(document);
        durability.changed();
        return position;
    }

    @Override
    protected void handleUpdate(Object position, Document oldDocument, Document newDocument) {
        super.handleUpdate(position, oldDocument, newDocument);
        durability.changed();
    }

    @Override
    protected void removeDocument(Object position) {
        super.removeDocument(position);
        durability.changed();
    }

    /**
     * A running total that only statistics would show, and that would cost two encodings of the
     * document per update.
     */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }
}
