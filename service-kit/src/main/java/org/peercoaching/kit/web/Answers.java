package org.peercoaching.kit.web;

import java.net.URI;
import java.util.function.Function;
import org.peercoaching.kit.aggregate.Versioned;
import org.springframework.http.ResponseEntity;

/** Answers with an entity tag: the aggregate's version. */
public final class Answers {

    private Answers() {}

    /** 200 with the resource. */
    public static <S, V> ResponseEntity<V> ok(
            Versioned<S> aggregate, Function<Versioned<S>, V> view) {
        return ResponseEntity.ok().eTag(tag(aggregate)).body(view.apply(aggregate));
    }

    /** 201 with the resource and where it is. */
    public static <S, V> ResponseEntity<V> created(
            String path, Versioned<S> aggregate, Function<Versioned<S>, V> view) {
        return ResponseEntity.created(URI.create(path))
                .eTag(tag(aggregate))
                .body(view.apply(aggregate));
    }

    private static String tag(Versioned<?> aggregate) {
        return "\"" + aggregate.version() + "\"";
    }
}
