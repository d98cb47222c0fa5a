package org.peercoaching.matching.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;

/**
 * What managers chose by hand; all others are matched around it.
 *
 * @param locked members of matches that stand, each sorted by id
 * @param forbidden pairs that must not be matched in this round, each sorted by id
 */
public record Review(List<List<String>> locked, List<List<String>> forbidden) {

    /** No choices. */
    public static final Review NONE = new Review(List.of(), List.of());

    /** More choices than a person makes; the round's document holds them all. */
    private static final int MOST_CHOICES = 500;

    /** These people are matched, whatever else comes. */
    Decision<Review> lock(List<String> members) {
        List<String> match = sorted(members);
        if (locked.contains(match)) {
            return Decision.accepted(this);
        }
        if (locked.stream().flatMap(List::stream).anyMatch(match::contains)) {
            return Decision.rejected(LOCKED_OTHERWISE);
        }
        if (forbidden.stream().anyMatch(match::containsAll)) {
            return Decision.rejected(FORBIDDEN_PAIR);
        }
        return bounded(new Review(with(locked, match), forbidden));
    }

    /** These people need not be matched with each other any more. */
    Decision<Review> unlock(List<String> members) {
        List<String> match = sorted(members);
        return locked.contains(match)
                ? Decision.accepted(new Review(without(locked, match), forbidden))
                : Decision.rejected(NOT_LOCKED);
    }

    /** These two are not matched with each other. */
    Decision<Review> forbid(List<String> two) {
        List<String> pair = sorted(two);
        if (forbidden.contains(pair)) {
            return Decision.accepted(this);
        }
        if (locked.stream().anyMatch(match -> match.containsAll(pair))) {
            return Decision.rejected(LOCKED_PAIR);
        }
        return bounded(new Review(locked, with(forbidden, pair)));
    }

    /** These two may be matched again. */
    Decision<Review> unforbid(List<String> two) {
        List<String> pair = sorted(two);
        return forbidden.contains(pair)
                ? Decision.accepted(new Review(locked, without(forbidden, pair)))
                : Decision.rejected(NOT_FORBIDDEN);
    }

    /**
     * Matches change some of their members: what was locked of them is locked no more, and the
     * changed ones are.
     */
    Decision<Review> exchange(List<List<String>> old, List<List<String>> changed) {
        List<List<String>> gone = old.stream().map(Review::sorted).toList();
        Decision<Review> decision =
                Decision.accepted(
                        new Review(
                                locked.stream().filter(match -> !gone.contains(match)).toList(),
                                forbidden));
        for (List<String> match : changed) {
            if (decision instanceof Decision.Accepted<Review> accepted) {
                decision = accepted.state().lock(match);
            }
        }
        return decision;
    }

    /** Whom a person must not be matched with in this round. */
    Set<String> forbiddenTo(String id) {
        return forbidden.stream()
                .filter(pair -> pair.contains(id))
                .flatMap(List::stream)
                .filter(other -> !other.equals(id))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Decision<Review> bounded(Review review) {
        return review.locked.size() + review.forbidden.size() > MOST_CHOICES
                ? Decision.rejected(TOO_MANY)
                : Decision.accepted(review);
    }

    private static List<String> sorted(List<String> members) {
        return members.stream().sorted().toList();
    }

    private static List<List<String>> with(List<List<String>> all, List<String> one) {
        List<List<String>> more = new ArrayList<>(all);
        more.add(one);
        return List.copyOf(more);
    }

    private static List<List<String>> without(List<List<String>> all, List<String> one) {
        return all.stream().filter(each -> !each.equals(one)).toList();
    }

    private static final Refusal LOCKED_OTHERWISE =
            Refusal.conflict(
                    "locked-otherwise",
                    "One of these people is locked in another match of this round. Unlock that first.");

    private static final Refusal FORBIDDEN_PAIR =
            Refusal.conflict(
                    "pair-forbidden",
                    "Two of these people were forbidden to be matched in this round. Allow that pair first.");

    private static final Refusal LOCKED_PAIR =
            Refusal.conflict(
                    "pair-locked",
                    "These two are locked in a match of this round. Unlock it first.");

    private static final Refusal NOT_LOCKED =
            Refusal.conflict("not-locked", "No match of exactly these people is locked.");

    private static final Refusal NOT_FORBIDDEN =
            Refusal.conflict("not-forbidden", "This pair is not forbidden in this round.");

    private static final Refusal TOO_MANY =
            Refusal.conflict(
                    "too-many-choices",
                    "A round holds 500 choices by hand. Take some back, or change the program's policy.");
}
