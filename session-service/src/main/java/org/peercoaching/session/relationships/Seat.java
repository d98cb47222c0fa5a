package org.peercoaching.session.relationships;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One enrollment, as its relationships need it: where beginnings and endings meet. A beginning
 * lists its relationship here before it starts it; an ending is written here before it ends what is
 * listed. As both write this one document, either the beginning sees the ending or the ending sees
 * the beginning.
 *
 * @param relationshipIds of the relationships that the enrollment was matched into
 * @param ending of the enrollment; null while it goes on
 */
public record Seat(List<String> relationshipIds, @Nullable Ending ending) {

    static Seat listing(Optional<Seat> known, String relationshipId) {
        Seat seat = known.orElse(new Seat(List.of(), null));
        return seat.relationshipIds.contains(relationshipId)
                ? seat
                : new Seat(
                        Stream.concat(seat.relationshipIds.stream(), Stream.of(relationshipId))
                                .toList(),
                        seat.ending);
    }

    static Seat ended(Optional<Seat> known, Ending ending) {
        return new Seat(known.map(Seat::relationshipIds).orElse(List.of()), ending);
    }

    Optional<Ending> over() {
        return Optional.ofNullable(ending);
    }
}
