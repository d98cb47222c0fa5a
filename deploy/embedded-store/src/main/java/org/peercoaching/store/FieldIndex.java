package org.peercoaching.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An ordered, not unique index in memory over the first of its fields. It holds only documents that
 * have the field and serves only filters that no document without it can match. The library has
 * none at all: it would read the whole collection.
 */
final class FieldIndex extends EmptyIndex<Object> {

    private final NavigableMap<Object, Set<Object>> positionsByValue =
            new ConcurrentSkipListMap<>(ValueComparator.asc());
    private final String field;

    FieldIndex(String name, List<IndexKey> keys) {
        super(name, keys);
        field = keys.getFirst().getKey();
    }

    @Override
    public boolean canHandle(Document query) {
        return Restriction.of(query, field) != null;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        Stream<Set<Object>> found =
                switch (Restriction.of(query, field)) {
                    case Restriction.AnyOf(var values) ->
                            values.stream()
                                    .map(value -> positionsByValue.getOrDefault(value, Set.of()));
                    case Restriction.Range(var from, var to) -> between(from, to).values().stream();
                    case null -> throw new IllegalArgumentException("not restricted by " + field);
                };
        return found.flatMap(Collection::stream).distinct().toList();
    }

    private NavigableMap<Object, Set<Object>> between(@Nullable Object from, @Nullable Object to) {
        NavigableMap<Object, Set<Object>> tail =
                from == null ? positionsByValue : positionsByValue.tailMap(from, true);
        return to == null ? tail : tail.headMap(to, true);
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        values(document)
                .forEach(value ->
                        positionsByValue
                                .computeIfAbsent(value, unused -> ConcurrentHashMap.newKeySet())
                                .add(position));
    }

    @Override
    public @Nullable Object remove(Document document) {
        Object position = Missing.ofNullable(document.get(IdIndex.FIELD));
        values(document)
                .forEach(value ->
                        positionsByValue.computeIfPresent(
                                value, (unused, positions) -> without(positions, position)));
        return null;
    }

    private static @Nullable Set<Object> without(Set<Object> positions, Object position) {
        positions.remove(position);
        return positions.isEmpty() ? null : positions;
    }

    @Override
    public void updateInPlace(
            Document oldDocument,
            Document newDocument,
            Object position,
            MongoCollection<Object> collection) {
        remove(oldDocument);
        add(newDocument, position, collection);
    }

    private Stream<Object> values(Document document) {
        return getKeyValues(document).stream()
                .map(values -> values.get(0))
                .filter(Missing::isNeitherNullNorMissing);
    }

    @Override
    public long getCount() {
        return positionsByValue.size();
    }
}
