package org.peercoaching.kit.aggregate;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;

/**
 * Where an aggregate stands in a list that begins with the latest; those of one instant are in the
 * order of their ids.
 *
 * @param time in milliseconds: the store knows no finer ones
 */
public record Place(Instant time, String id) {

    private static final Pattern CURSOR = Pattern.compile("(\\d{1,15})-(.{1,100})");

    /** The place that a cursor names; empty for what is no cursor. */
    public static Optional<Place> of(String cursor) {
        return Optional.of(CURSOR.matcher(cursor))
                .filter(Matcher::matches)
                .map(parts ->
                        new Place(
                                Instant.ofEpochMilli(Long.parseLong(parts.group(1))),
                                parts.group(2)));
    }

    /** Names the place. */
    public String cursor() {
        return time.toEpochMilli() + "-" + id;
    }

    Bson behind(String field) {
        return Filters.or(
                Filters.lt(field, time),
                Filters.and(Filters.eq(field, time), Filters.gt("_id", id)));
    }

    static Bson order(String field) {
        return Sorts.orderBy(Sorts.descending(field), Sorts.ascending("_id"));
    }
}
