package org.peercoaching.analytics.store;

import static org.peercoaching.analytics.store.Guarded.VERSION;

import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;
import org.peercoaching.analytics.fact.Fact;
import org.peercoaching.analytics.projection.StoredFact;

/** Facts as documents: {@code {_id, v, schema, fact, touched}}. */
final class FactDocuments {

    private static final int SCHEMA = 1;

    private final Codec<Fact> codec;

    FactDocuments(CodecRegistry registry) {
        this.codec = registry.get(Fact.class);
    }

    BsonDocument encode(StoredFact stored) {
        BsonDocument fact = new BsonDocument();
        codec.encode(new BsonDocumentWriter(fact), stored.fact(), EncoderContext.builder().build());
        return new BsonDocument("_id", new BsonString(stored.id()))
                .append(VERSION, new BsonInt64(stored.revision()))
                .append("schema", new BsonInt32(SCHEMA))
                .append("fact", fact)
                .append(
                        "touched",
                        new BsonArray(stored.touched().stream().map(BsonString::new).toList()));
    }

    StoredFact decode(BsonDocument document) {
        Fact fact =
                codec.decode(
                        new BsonDocumentReader(document.getDocument("fact")),
                        DecoderContext.builder().build());
        Set<String> touched =
                document.getArray("touched").stream()
                        .map(cell -> cell.asString().getValue())
                        .collect(Collectors.toUnmodifiableSet());
        return new StoredFact(
                document.getString("_id").getValue(),
                document.getNumber(VERSION).longValue(),
                fact,
                touched);
    }
}
