package org.peercoaching.participant.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** Splits many into bundles that one query or one round of work takes. */
final class Bundles {

    /** How many items a bundle has at most. */
    static final int SIZE = 500;

    private Bundles() {}

    static <T> Stream<List<T>> of(Collection<T> items) {
        return new ArrayList<>(items).stream().gather(Gatherers.windowFixed(SIZE));
    }
}
