package org.peercoaching.session.sessions;

import java.util.Optional;
import org.peercoaching.events.Member;
import org.peercoaching.kit.decision.Refusal;

/**
 * Who was there: at least two members, three of a circle, and whatever is said of a session is
 * theirs to say.
 */
final class Attendees {

    static final Refusal NOT_THERE =
            Refusal.forbidden(
                    "member-absent",
                    "The report says that you were not there. Only who was there confirms it.");

    /** Two people meet; one is alone. */
    private static final int FEWEST = 2;

    /** Of fewer, no answer about the session could stay without its giver's name. */
    private static final int FEWEST_OF_CIRCLE = 3;

    private Attendees() {}

    /** Why a report cannot be true, as far as it says who was there. */
    static Optional<Refusal> refusal(Session session, Report word) {
        if (!session.terms().members().stream()
                .map(Member::participantId)
                .toList()
                .containsAll(word.absent())) {
            return Optional.of(UNKNOWN_ABSENT);
        }
        if (!word.confirmedBy().stream().allMatch(word::attended)) {
            return Optional.of(REPORTER_ABSENT);
        }
        int there = session.there(word).size();
        if (session.terms().circle() && there < FEWEST_OF_CIRCLE) {
            return Optional.of(TOO_FEW_OF_CIRCLE);
        }
        if (there < FEWEST) {
            return Optional.of(TOO_FEW);
        }
        return word.turns().stream().allMatch(turn -> isAmongThose(turn, word))
                ? Optional.empty()
                : Optional.of(TURN_OF_ABSENT);
    }

    private static boolean isAmongThose(Turn turn, Report word) {
        return (turn.coach() == null || word.attended(turn.coach()))
                && word.attended(turn.coachee());
    }

    private static final Refusal UNKNOWN_ABSENT =
            Refusal.invalid(
                    "absent-unknown-member", "\"absent\" names members of the relationship only.");

    private static final Refusal REPORTER_ABSENT =
            Refusal.invalid(
                    "reporter-absent",
                    "\"absent\" names you. A session is reported by somebody who was there.");

    private static final Refusal TOO_FEW =
            Refusal.invalid(
                    "too-few-attended",
                    "A session needs at least two members. Report it as missed instead.");

    private static final Refusal TOO_FEW_OF_CIRCLE =
            Refusal.invalid(
                    "too-few-of-circle-attended",
                    "A circle needs at least three of its members. Report the session as missed instead.");

    private static final Refusal TURN_OF_ABSENT =
            Refusal.invalid(
                    "turn-of-absent-member",
                    "Coach and coachee of each turn must have been there. Check the turns and \"absent\".");
}
