package org.peercoaching.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * Keys and documents in the file are BSON: several times smaller and faster than the library's Java
 * serialization.
 */
abstract class BsonType<T> extends BasicDataType<T> {

    static final BsonType<Document> DOCUMENT =
            new BsonType<>() {
                @Override
                Document toDocument(Document value) {
                    return value;
                }

                @Override
                Document fromDocument(Document document) {
                    return document;
                }

                @Override
                public Document[] createStorage(int size) {
                    return new Document[size];
                }
            };

    /** Any value that may be an {@code _id}, in MongoDB's order of values. */
    static final BsonType<Object> VALUE =
            new BsonType<>() {
                @Override
                Document toDocument(Object value) {
                    return new Document("", value instanceof Missing ? null : value);
                }

                @Override
                Object fromDocument(Document document) {
                    return Missing.ofNullable(document.get(""));
                }

                @Override
                public Object[] createStorage(int size) {
                    return new Object[size];
                }

                @Override
                public int compare(Object a, Object b) {
                    return ValueComparator.asc().compare(a, b);
                }
            };

    /** Maps and boxes in memory weigh roughly this many times their BSON. */
    private static final int OBJECT_OVERHEAD = 4;

    abstract Document toDocument(T value);

    abstract T fromDocument(Document document);

    @Override
    public int getMemory(T value) {
        return OBJECT_OVERHEAD * encode(value).readableBytes();
    }

    @Override
    public void write(WriteBuffer buffer, T value) {
        buffer.put(encode(value).nioBuffer());
    }

    @Override
    public T read(ByteBuffer buffer) {
        ByteBuf bytes = Unpooled.wrappedBuffer(buffer);
        Document document = BsonDecoder.decodeBson(bytes);
        buffer.position(buffer.position() + bytes.readerIndex());
        return fromDocument(document);
    }

    private ByteBuf encode(T value) {
        ByteBuf bytes = Unpooled.buffer();
        BsonEncoder.encodeDocument(toDocument(value), bytes);
        return bytes;
    }
}
