package org.peercoaching.feedback.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.peercoaching.kit.decision.Refusal;

/** Why an answer is not taken, or an exchange not shown. */
final class Refusals {

    /** For a stranger, too: who met whom is nobody else's business. */
    static final Refusal NO_SUCH_EXCHANGE =
            Refusal.notFound(
                    "no-such-exchange",
                    "You attended no session with this exchange. Your open requests are under /me/requests.");

    static final Refusal ALREADY_ANSWERED =
            Refusal.conflict(
                    "already-answered", "You answered already. An answer is given once and stays.");

    static final Refusal WINDOW_CLOSED =
            Refusal.conflict(
                    "window-closed",
                    "The seven days for this feedback are over. Tell your peer in person, or after the next session.");

    static final Refusal NOTHING_TO_MATCH =
            new Refusal(
                    Refusal.Kind.STALE,
                    "nothing-to-match",
                    "An exchange has no entity tag: it would tell who answered. Send the request without If-Match.");

    static final Refusal ABOUT_ONESELF =
            Refusal.invalid(
                    "about-oneself",
                    "Feedback is for the others. Leave yourself out of \"about\".");

    static final Refusal RECEIVER_TWICE =
            Refusal.invalid(
                    "receiver-twice",
                    "\"about\" names a person twice. Name each of the others once.");

    static final Refusal UNKNOWN_RECEIVER =
            Refusal.invalid(
                    "unknown-receiver",
                    "\"about\" names a person who did not attend the session. Name the other attendees.");

    static final Refusal RECEIVER_MISSING =
            Refusal.invalid(
                    "receiver-missing",
                    "\"about\" leaves out a person who attended. Answer about each of the others at once.");

    private Refusals() {}

    /** What is wrong with whom an answer is about: it must be each of the others, once. */
    static Optional<Refusal> ofReceivers(
            String giverId, List<String> others, List<String> receivers) {
        Set<String> distinct = new HashSet<>(receivers);
        if (distinct.contains(giverId)) {
            return Optional.of(ABOUT_ONESELF);
        }
        if (distinct.size() < receivers.size()) {
            return Optional.of(RECEIVER_TWICE);
        }
        if (!others.containsAll(distinct)) {
            return Optional.of(UNKNOWN_RECEIVER);
        }
        return distinct.containsAll(others) ? Optional.empty() : Optional.of(RECEIVER_MISSING);
    }
}
