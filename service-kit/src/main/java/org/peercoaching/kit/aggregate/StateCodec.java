package org.peercoaching.kit.aggregate;

import java.util.List;
import java.util.function.UnaryOperator;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;

/**
 * Turns states into documents and back. A document of an older schema version is brought up to date
 * when it is read, so that this release and the one before run side by side.
 *
 * @param upcasts the n-th turns the state of version n + 1 into that of version n + 2
 */
record StateCodec<S>(Codec<S> codec, List<UnaryOperator<BsonDocument>> upcasts) {

    static <S> StateCodec<S> of(
            Class<S> state, CodecRegistry registry, List<UnaryOperator<BsonDocument>> upcasts) {
        return new StateCodec<>(registry.get(state), List.copyOf(upcasts));
    }

    int schemaVersion() {
        return upcasts.size() + 1;
    }

    BsonDocument encode(S state) {
        BsonDocument document = new BsonDocument();
        codec.encode(new BsonDocumentWriter(document), state, EncoderContext.builder().build());
        return document;
    }

    S decode(BsonDocument state, int version) {
        BsonDocument current = state;
        for (int from = version; from < schemaVersion(); from++) {
            current = upcasts.get(from - 1).apply(current);
        }
        return codec.decode(new BsonDocumentReader(current), DecoderContext.builder().build());
    }
}
