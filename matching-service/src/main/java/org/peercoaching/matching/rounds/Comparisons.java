package org.peercoaching.matching.rounds;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.kit.security.Caller;
import org.peercoaching.kit.web.Page;
import org.peercoaching.matching.rounds.Comparison.Change;
import org.peercoaching.matching.rounds.Comparison.Kind;

/** Compares what two rounds of a program do with everybody. */
final class Comparisons {

    private static final Pattern CURSOR = Pattern.compile("([0-9]{1,8})-([0-9]{1,8})");

    private final Rounds rounds;
    private final Proposed proposed;

    Comparisons(Rounds rounds, Proposed proposed) {
        this.rounds = rounds;
        this.proposed = proposed;
    }

    /**
     * Compares a round with another one.
     *
     * @param other null for what the round itself proposed before its last choice by hand
     */
    Comparison compare(String roundId, @Nullable String other, Caller caller) {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        long[] points = {0};
        PlacedTwice all = both(roundId, other, 0, 0, caller);
        while (all.hasNext()) {
            Change change = all.next();
            counts.merge(change.kind(), 1, Integer::sum);
            points[0] += change.score() - change.scoreThere();
        }
        return new Comparison(
                counts.getOrDefault(Kind.SAME_PARTNERS, 0),
                counts.getOrDefault(Kind.OTHER_PARTNERS, 0),
                counts.getOrDefault(Kind.NEWLY_MATCHED, 0),
                counts.getOrDefault(Kind.NEWLY_UNMATCHED, 0),
                counts.getOrDefault(Kind.ONLY_HERE, 0),
                counts.getOrDefault(Kind.ONLY_THERE, 0),
                // A pair's points stand with both of its members, those of a trio with three of
                // them as two thirds.
                points[0] / 2);
    }

    /** A page of the people whom the two do not treat alike, by participant id. */
    Page<Change> changes(
            String roundId,
            @Nullable String other,
            @Nullable String cursor,
            int limit,
            Caller caller) {
        int[] from = positions(cursor);
        PlacedTwice all = both(roundId, other, from[0], from[1], caller);
        Predicate<Change> wanted = change -> change.kind() != Kind.SAME_PARTNERS;
        List<Change> found = new ArrayList<>();
        String next = null;
        while (all.hasNext()) {
            String here = all.cursor();
            Change change = all.next();
            if (wanted.test(change) && found.size() == limit) {
                next = here;
                break;
            }
            if (wanted.test(change)) {
                found.add(change);
            }
        }
        return new Page<>(found, next);
    }

    private static int[] positions(@Nullable String cursor) {
        if (cursor == null) {
            return new int[2];
        }
        Matcher positions = CURSOR.matcher(cursor);
        if (!positions.matches()) {
            throw new RefusedException(Page.INVALID_CURSOR);
        }
        return new int[] {
            Integer.parseInt(positions.group(1)), Integer.parseInt(positions.group(2))
        };
    }

    private PlacedTwice both(
            String roundId, @Nullable String other, int from, int fromThere, Caller caller) {
        Round here = rounds.find(roundId, caller).state();
        Round there = other == null ? here : rounds.find(other, caller).state();
        if (!here.programId().equals(there.programId())) {
            throw new RefusedException(OTHER_PROGRAM);
        }
        Solution one = solution(here.solution());
        Solution two = other == null ? before(here) : solution(there.solution());
        return new PlacedTwice(
                placements(here, one, from), placements(there, two, fromThere), from, fromThere);
    }

    private Chunks.Reader<Placement> placements(Round round, Solution solution, int from) {
        Chunks.Reader<Placement> placements =
                proposed.placements().from(round.roundId(), solution.attempt(), from);
        if (from == 0 && solution.result().candidates() > 0 && !placements.hasNext()) {
            throw new RefusedException(NOT_KEPT);
        }
        return placements;
    }

    private static Solution solution(Optional<Solution> solution) {
        return solution.orElseThrow(() -> new RefusedException(RoundItems.NOT_COMPUTED));
    }

    private static Solution before(Round round) {
        if (round.stage() instanceof Stage.Computed computed && computed.before() != null) {
            return computed.before();
        }
        throw new RefusedException(NOTHING_BEFORE);
    }

    private static final Refusal OTHER_PROGRAM =
            Refusal.conflict(
                    "other-program", "These are rounds of two programs, which have other people.");

    private static final Refusal NOTHING_BEFORE =
            Refusal.conflict(
                    "nothing-before",
                    "Nothing was chosen by hand in this round. Name another round to compare it with.");

    private static final Refusal NOT_KEPT =
            Refusal.conflict(
                    "placements-not-kept",
                    "Of the published rounds of a program only the last one can be compared.");
}
