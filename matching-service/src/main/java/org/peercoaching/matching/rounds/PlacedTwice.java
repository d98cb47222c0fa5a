package org.peercoaching.matching.rounds;

import org.jspecify.annotations.Nullable;
import org.peercoaching.matching.rounds.Comparison.Change;

/** Goes through the people of two rounds at once, by participant id. */
final class PlacedTwice {

    private final Chunks.Reader<Placement> here;
    private final Chunks.Reader<Placement> there;
    private int position;
    private int positionThere;
    private @Nullable Placement next;
    private @Nullable Placement nextThere;

    PlacedTwice(
            Chunks.Reader<Placement> here,
            Chunks.Reader<Placement> there,
            int position,
            int positionThere) {
        this.here = here;
        this.there = there;
        this.position = position;
        this.positionThere = positionThere;
        this.next = read(here);
        this.nextThere = read(there);
    }

    private static @Nullable Placement read(Chunks.Reader<Placement> placements) {
        return placements.hasNext() ? placements.next() : null;
    }

    boolean hasNext() {
        return next != null || nextThere != null;
    }

    /** Where the next one is, in both. */
    String cursor() {
        return position + "-" + positionThere;
    }

    Change next() {
        int order = order();
        Placement one = order <= 0 ? next : null;
        Placement other = order >= 0 ? nextThere : null;
        if (order <= 0) {
            next = read(here);
            position++;
        }
        if (order >= 0) {
            nextThere = read(there);
            positionThere++;
        }
        return Change.of(one, other);
    }

    private int order() {
        if (next == null) {
            return 1;
        }
        return nextThere == null
                ? -1
                : Integer.signum(next.participantId().compareTo(nextThere.participantId()));
    }
}
