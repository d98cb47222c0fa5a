package org.peercoaching.analytics.store;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.peercoaching.analytics.cell.Totals;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/** Totals and sets of people as BSON. */
final class PeopleCodec {

    private static final String COUNTS = "c";
    private static final String PEOPLE = "p";

    private PeopleCodec() {}

    static BsonDocument encode(Totals totals) {
        return new BsonDocument(COUNTS, counts(totals.counts()))
                .append(PEOPLE, sets(totals.people()));
    }

    static Totals decode(BsonDocument document) {
        Map<String, Long> counts = new TreeMap<>();
        document.getDocument(COUNTS)
                .forEach((name, count) -> counts.put(name, count.asNumber().longValue()));
        return new Totals(counts, sets(document.getDocument(PEOPLE)));
    }

    static BsonDocument counts(Map<String, Long> counts) {
        BsonDocument document = new BsonDocument();
        counts.forEach((name, count) -> document.append(name, new BsonInt64(count)));
        return document;
    }

    static BsonDocument sets(Map<String, Roaring64Bitmap> sets) {
        BsonDocument document = new BsonDocument();
        sets.forEach((name, people) -> document.append(name, new BsonBinary(bytes(people))));
        return document;
    }

    static Map<String, Roaring64Bitmap> sets(BsonDocument document) {
        Map<String, Roaring64Bitmap> sets = new TreeMap<>();
        BiConsumer<String, byte[]> read = (name, bytes) -> sets.put(name, people(bytes));
        document.forEach((name, value) -> read.accept(name, value.asBinary().getData()));
        return sets;
    }

    private static byte[] bytes(Roaring64Bitmap people) {
        try {
            ByteBuffer buffer = ByteBuffer.allocate((int) people.serializedSizeInBytes());
            people.serialize(buffer);
            return buffer.array();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Roaring64Bitmap people(byte[] bytes) {
        try {
            Roaring64Bitmap people = new Roaring64Bitmap();
            people.deserialize(ByteBuffer.wrap(bytes));
            return people;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
