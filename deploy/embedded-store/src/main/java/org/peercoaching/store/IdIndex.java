package org.peercoaching.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The primary key: the map of documents itself. Unlike the library's it serves every filter that
 * restricts {@code _id}, whatever else the filter asks: the collection matches the whole filter
 * against the few documents found here.
 */
final class IdIndex extends AbstractUniqueIndex<Object> {

    static final String FIELD = "_id";

    private final MVMap<Object, Document> documents;

    IdIndex(String name, List<IndexKey> keys, MVMap<Object, Document> documents) {
        super(name, keys, false);
        this.documents = documents;
    }

    @Override
    public boolean canHandle(Document query) {
        return Restriction.of(query, FIELD) != null;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        return switch (Restriction.of(query, FIELD)) {
            case Restriction.AnyOf(var values) ->
                    values.stream().distinct().map(this::stored).filter(Objects::nonNull).toList();
            case Restriction.Range(var from, var to) -> () -> documents.cursor(from, to, false);
            case null -> throw new IllegalArgumentException("not restricted by _id");
        };
    }

    @Override
    protected @Nullable Object getPosition(KeyValue key) {
        return stored(Missing.ofNullable(key.get(0)));
    }

    /** The id as the document has it, which may be another type of number. */
    private @Nullable Object stored(Object id) {
        Object nearest = documents.ceilingKey(id);
        return nearest != null && documents.getKeyType().compare(nearest, id) == 0 ? nearest : null;
    }

    /** The collection adds and removes the document; there is nothing beside it to keep. */
    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {}

    @Override
    protected boolean putKeyPosition(KeyValue key, Object position) {
        return true;
    }

    @Override
    protected @Nullable Object removeDocument(KeyValue key) {
        return getPosition(key);
    }

    @Override
    protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
        return documents.keyList().stream().map(id -> Map.entry(new KeyValue(id), id)).toList();
    }

    /** Never empty: an empty index would be filled from the documents that it consists of. */
    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return 0;
    }
}
