package org.peercoaching.session.sessions;

import java.util.List;
import java.util.Optional;
import org.peercoaching.events.Member;
import org.peercoaching.kit.decision.Refusal;

/** Who was there: at least two members, and whatever is said of a session is theirs to say. */
final class Attendees {

    static final Refusal NOT_THERE =
            Refusal.forbidden(
                    "member-absent",
                    "The report says that you were not there. Only who was there confirms it.");

    /** Two people meet; one is alone. */
    private static final int FEWEST = 2;

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
        if (there(session, word).size() < FEWEST) {
            return Optional.of(TOO_FEW);
        }
        return word.turns().stream()
                        .allMatch(turn ->
                                word.attended(turn.coach()) && word.attended(turn.coachee()))
                ? Optional.empty()
                : Optional.of(TURN_OF_ABSENT);
    }

    private static List<Member> there(Session session, Report word) {
        return session.terms().members().stream()
                .filter(member -> word.attended(member.participantId()))
                .toList();
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

    private static final Refusal TURN_OF_ABSENT =
            Refusal.invalid(
                    "turn-of-absent-member",
                    "Coach and coachee of each turn must have been there. Check the turns and \"absent\".");
}
