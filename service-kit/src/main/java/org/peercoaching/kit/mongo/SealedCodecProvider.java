package org.peercoaching.kit.mongo;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonReader;
import org.bson.BsonString;
import org.bson.BsonWriter;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Stores a value of a sealed interface as its record with the record's simple name in {@code kind}.
 */
final class SealedCodecProvider implements CodecProvider {

    private static final String KIND = "kind";

    @Override
    public <T> @Nullable Codec<T> get(Class<T> type, CodecRegistry registry) {
        return type.isInterface() && type.isSealed() ? new SealedCodec<>(type, registry) : null;
    }

    private static final class SealedCodec<T> implements Codec<T> {

        private final Class<T> type;
        private final CodecRegistry registry;
        private final BsonDocumentCodec documents = new BsonDocumentCodec();
        private final Map<String, Class<? extends T>> kinds = new HashMap<>();

        private SealedCodec(Class<T> type, CodecRegistry registry) {
            this.type = type;
            this.registry = registry;
            Arrays.stream(type.getPermittedSubclasses())
                    .forEach(kind -> kinds.put(kind.getSimpleName(), kind.asSubclass(type)));
        }

        @Override
        public Class<T> getEncoderClass() {
            return type;
        }

        @Override
        public void encode(BsonWriter writer, T value, EncoderContext context) {
            BsonDocument document =
                    new BsonDocument(KIND, new BsonString(value.getClass().getSimpleName()));
            BsonDocument fields = new BsonDocument();
            encodeAs(value.getClass(), value, fields, context);
            document.putAll(fields);
            documents.encode(writer, document, context);
        }

        private <V> void encodeAs(
                Class<V> kind, Object value, BsonDocument into, EncoderContext context) {
            registry.get(kind).encode(new BsonDocumentWriter(into), kind.cast(value), context);
        }

        @Override
        public T decode(BsonReader reader, DecoderContext context) {
            BsonDocument document = documents.decode(reader, context);
            String name = document.getString(KIND).getValue();
            document.remove(KIND);
            Class<? extends T> kind = kinds.get(name);
            if (kind == null) {
                throw new IllegalStateException(type.getSimpleName() + " has no kind " + name);
            }
            return registry.get(kind).decode(new BsonDocumentReader(document), context);
        }
    }
}
