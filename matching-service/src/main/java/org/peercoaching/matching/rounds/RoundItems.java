package org.peercoaching.matching.rounds;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.kit.web.Page;
import org.peercoaching.matching.matches.MatchView;
import org.peercoaching.matching.matches.Outcomes;
import org.peercoaching.matching.matches.Unmatched;

/**
 * The lists of a round: what it proposes until all is announced, then what was announced. The
 * cursor is a position in the first case, an id in the second, and says which: a list that began
 * with the one does not go on with the other.
 */
final class RoundItems {

    /** An item of a proposal with the position behind it. */
    private record Placed<T>(T item, int next) {}

    private static final String POSITION = "p";
    private static final String ID = "i";

    private final Proposed proposed;
    private final Outcomes outcomes;

    RoundItems(Proposed proposed, Outcomes outcomes) {
        this.proposed = proposed;
        this.outcomes = outcomes;
    }

    Page<MatchView> matches(Round round, @Nullable String cursor, int limit) {
        return round.stage() instanceof Stage.Published
                ? Page.of(
                        outcomes.matches(round.roundId(), after(ID, cursor), limit + 1),
                        limit,
                        match -> ID + match.matchId(),
                        MatchView::of)
                : proposed(proposed.matches(), round, cursor, limit, MatchView::of);
    }

    Page<Unmatched> unmatched(Round round, @Nullable String cursor, int limit) {
        return round.stage() instanceof Stage.Published
                ? Page.of(
                        outcomes.unmatched(round.roundId(), after(ID, cursor), limit + 1),
                        limit,
                        person -> ID + person.outcomeId(),
                        Function.identity())
                : proposed(proposed.unmatched(), round, cursor, limit, Function.identity());
    }

    private static <T extends Record, V> Page<V> proposed(
            Chunks<T> chunks,
            Round round,
            @Nullable String cursor,
            int limit,
            Function<T, V> view) {
        int from = position(cursor);
        List<T> found = chunks.read(round.roundId(), attempt(round), from, limit + 1);
        List<Placed<T>> placed =
                IntStream.range(0, found.size())
                        .mapToObj(i -> new Placed<>(found.get(i), from + i + 1))
                        .toList();
        return Page.of(
                placed, limit, item -> POSITION + item.next(), item -> view.apply(item.item()));
    }

    private static int attempt(Round round) {
        return switch (round.stage()) {
            case Stage.Computed computed -> computed.solution().attempt();
            case Stage.Publishing publishing -> publishing.solution().attempt();
            case Stage.Computing computing -> throw new RefusedException(NOT_COMPUTED);
            case Stage.Failed failed -> throw new RefusedException(NOT_COMPUTED);
            case Stage.Discarded discarded -> throw new RefusedException(NOT_COMPUTED);
            case Stage.Published published ->
                    throw new IllegalStateException("Published rounds list what was announced");
        };
    }

    private static int position(@Nullable String cursor) {
        String position = after(POSITION, cursor);
        if (position == null) {
            return 0;
        }
        if (!position.matches("[0-9]{1,8}")) {
            throw new RefusedException(Page.INVALID_CURSOR);
        }
        return Integer.parseInt(position);
    }

    private static @Nullable String after(String kind, @Nullable String cursor) {
        if (cursor != null && !cursor.startsWith(kind)) {
            throw new RefusedException(Page.INVALID_CURSOR);
        }
        return cursor == null ? null : cursor.substring(kind.length());
    }

    static final Refusal NOT_COMPUTED =
            Refusal.conflict(
                    "not-computed",
                    "The round proposes nothing: it is still being computed, failed, or was discarded. Read the round to see which.");
}
