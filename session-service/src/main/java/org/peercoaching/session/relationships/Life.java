package org.peercoaching.session.relationships;

import java.util.Optional;

/** Where a relationship stands, as far as this service has heard. */
public sealed interface Life {

    /** Its end was heard of before its beginning. */
    record EndHeardFirst(Ending ending) implements Life {}

    /** The members meet. */
    record Open(Terms terms) implements Life {}

    /** The members meet no more. */
    record Ended(Terms terms, Ending ending) implements Life {}

    /** What it rests on, once its beginning was heard of. */
    default Optional<Terms> agreed() {
        return switch (this) {
            case EndHeardFirst none -> Optional.empty();
            case Open(Terms terms) -> Optional.of(terms);
            case Ended(Terms terms, Ending ending) -> Optional.of(terms);
        };
    }

    /** When and why it ended, if it did. */
    default Optional<Ending> over() {
        return switch (this) {
            case EndHeardFirst(Ending ending) -> Optional.of(ending);
            case Open open -> Optional.empty();
            case Ended(Terms terms, Ending ending) -> Optional.of(ending);
        };
    }
}
