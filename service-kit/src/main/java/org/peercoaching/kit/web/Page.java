package org.peercoaching.kit.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.decision.Refusal;

/**
 * A page of a list.
 *
 * @param items in the order of their ids, unless the list says another
 * @param next the cursor of the next page; null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** How many items a page has unless asked otherwise, and at most. */
    public static final int DEFAULT_LIMIT = 50;

    /** The most items of a page. */
    public static final int MOST = 100;

    /** What stands where a cursor should be is none of the list. */
    public static final Refusal INVALID_CURSOR =
            Refusal.invalid(
                    "invalid-cursor",
                    "The cursor is not one of this list as it is now. Begin again without a cursor.");

    /**
     * A page from one item more than was asked for, which tells whether there is a next page.
     *
     * @param found up to {@code limit + 1} items
     * @param cursor of the page behind an item
     */
    public static <S, T> Page<T> of(
            List<S> found, int limit, Function<S, String> cursor, Function<S, T> view) {
        List<S> shown = found.size() > limit ? found.subList(0, limit) : found;
        String next = found.size() > limit ? cursor.apply(shown.getLast()) : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }
}
