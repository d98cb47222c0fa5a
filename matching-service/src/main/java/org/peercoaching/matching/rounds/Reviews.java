package org.peercoaching.matching.rounds;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.ProgramEvent.CircleSize;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.kit.security.Caller;
import org.peercoaching.kit.web.Command;

/** What managers choose by hand in a computed round; all others are matched around it. */
final class Reviews {

    private final Rounds rounds;
    private final Proposed proposed;
    private final RoundWorker worker;

    Reviews(Rounds rounds, Proposed proposed, RoundWorker worker) {
        this.rounds = rounds;
        this.proposed = proposed;
        this.worker = worker;
    }

    /** These people are to be matched. */
    Versioned<Round> lock(String roundId, List<String> members, Caller caller, Command command) {
        distinct(members);
        return review(
                roundId,
                caller,
                command,
                (round, review) -> {
                    sized(members, basis(round).circle());
                    HandPicked.of(candidates(round, members), basis(round)).check();
                    return review.lock(members);
                });
    }

    /** These people need not be matched with each other any more. */
    Versioned<Round> unlock(String roundId, List<String> members, Caller caller, Command command) {
        return review(roundId, caller, command, (round, review) -> review.unlock(members));
    }

    /** These two are not to be matched. */
    Versioned<Round> forbid(String roundId, List<String> two, Caller caller, Command command) {
        distinct(two);
        return review(
                roundId,
                caller,
                command,
                (round, review) -> {
                    candidates(round, two);
                    return review.forbid(two);
                });
    }

    /** These two may be matched again. */
    Versioned<Round> unforbid(String roundId, List<String> two, Caller caller, Command command) {
        return review(roundId, caller, command, (round, review) -> review.unforbid(two));
    }

    /**
     * Each of two people takes the place of the other. Where one of them has none, the other gives
     * theirs up and is matched with whom is best among the rest.
     */
    Versioned<Round> swap(
            String roundId, String one, String other, Caller caller, Command command) {
        distinct(List.of(one, other));
        return review(
                roundId, caller, command, (round, review) -> swapped(round, review, one, other));
    }

    private Decision<Review> swapped(Round round, Review review, String one, String other) {
        Placement first = placement(round, one);
        Placement second = placement(round, other);
        if (!first.matched() && !second.matched()) {
            throw new RefusedException(BOTH_ALONE);
        }
        if (first.match() == second.match()) {
            throw new RefusedException(ONE_MATCH);
        }
        List<List<String>> old = new ArrayList<>();
        List<List<String>> changed = new ArrayList<>();
        exchange(first, other, old, changed);
        exchange(second, one, old, changed);
        changed.forEach(members -> HandPicked.of(candidates(round, members), basis(round)).check());
        return review.exchange(old, changed);
    }

    private static void exchange(
            Placement place, String newcomer, List<List<String>> old, List<List<String>> changed) {
        if (place.matched()) {
            old.add(with(place.partners(), place.participantId()));
            changed.add(with(place.partners(), newcomer));
        }
    }

    private static List<String> with(List<String> partners, String one) {
        List<String> all = new ArrayList<>(partners);
        all.add(one);
        return all;
    }

    private Placement placement(Round round, String participantId) {
        int position = find(round, participantId).position();
        return proposed.placements()
                .read(round.roundId(), round.solution().orElseThrow().attempt(), position, 1)
                .getFirst();
    }

    private List<Entry> candidates(Round round, List<String> members) {
        return members.stream().map(id -> find(round, id).entry()).toList();
    }

    private Snapshots.Found find(Round round, String participantId) {
        return proposed.candidates()
                .find(basis(round).candidates(), participantId)
                .orElseThrow(() -> new RefusedException(UNKNOWN));
    }

    private static Basis basis(Round round) {
        return Objects.requireNonNull(round.basis(), "A computed round has a basis");
    }

    private Versioned<Round> review(
            String roundId,
            Caller caller,
            Command command,
            BiFunction<Round, Review, Decision<Review>> choice) {
        Versioned<Round> round =
                rounds.change(
                        roundId,
                        caller,
                        command,
                        (state, program) -> state.review(review -> choice.apply(state, review)));
        worker.wake();
        return round;
    }

    /** Pairs and trios, or circles: a program has the one or the other. */
    private static void sized(List<String> members, @Nullable CircleSize circle) {
        int least = circle == null ? 2 : circle.min();
        int most = circle == null ? 3 : circle.max();
        if (members.size() < least || members.size() > most) {
            throw new RefusedException(wrongSize(least, most));
        }
    }

    private static void distinct(List<String> members) {
        if (new HashSet<>(members).size() < members.size()) {
            throw new RefusedException(TWICE);
        }
    }

    private static final Refusal TWICE =
            Refusal.invalid("person-twice", "Nobody is matched with themselves. Name each once.");

    private static Refusal wrongSize(int least, int most) {
        return Refusal.conflict(
                "wrong-size",
                "A match of this program has %d to %d people. Name as many."
                        .formatted(least, most));
    }

    private static final Refusal UNKNOWN =
            Refusal.conflict(
                    "not-a-candidate",
                    "One of these people did not wait for a match when the round read its candidates. Start another round if they do now.");

    private static final Refusal BOTH_ALONE =
            Refusal.conflict(
                    "both-unmatched",
                    "Neither of the two has a match, so there is nothing to swap. Lock them as a pair.");

    private static final Refusal ONE_MATCH =
            Refusal.conflict(
                    "same-match", "The two are in one match: to swap them changes nothing.");
}
