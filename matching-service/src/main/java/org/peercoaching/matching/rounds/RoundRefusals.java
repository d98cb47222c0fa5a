package org.peercoaching.matching.rounds;

import org.peercoaching.kit.decision.Refusal;

/** Why a round does not do what it is told. */
final class RoundRefusals {

    private RoundRefusals() {}

    static final Refusal OPEN_ALREADY =
            Refusal.conflict(
                    "round-open",
                    "The program has an open round. Publish or discard it before you start another.");

    static final Refusal OVERTAKEN =
            Refusal.conflict(
                    "overtaken", "Another process computes this round. Wait for its result.");

    static final Refusal GIVEN_UP =
            Refusal.unavailable(
                    "given-up",
                    "The computation was interrupted several times. Start another round; if that fails, too, ask an operator.");

    static final Refusal CANCELLED =
            Refusal.conflict(
                    "cancelled",
                    "The computation was cancelled before it had found any matches. Start another round.");

    static final Refusal NOT_COMPUTING =
            Refusal.conflict(
                    "not-computing",
                    "The round is not being computed: there is nothing to cancel.");

    static final Refusal STILL_COMPUTING =
            Refusal.conflict(
                    "still-computing",
                    "The round is being computed. Read it again until its stage is COMPUTED.");

    static final Refusal NOTHING_TO_PUBLISH =
            Refusal.conflict(
                    "nothing-to-publish",
                    "The round failed or was discarded. Start a new round for the program.");

    static final Refusal NOTHING_TO_REPEAT =
            Refusal.conflict(
                    "nothing-to-repeat",
                    "The round is still being computed, failed, or was discarded: there is no result to come to again.");

    static final Refusal PUBLISHED_ALREADY =
            Refusal.conflict(
                    "published-already",
                    "The round is published: its matches are announced and cannot be taken back here.");

    static final Refusal DRY_RUN =
            Refusal.conflict(
                    "dry-run",
                    "This is a dry run, which changes nothing. Start a round to publish its matches.");

    static final Refusal RUN_AGAIN =
            Refusal.conflict(
                    "run-again",
                    "This round only shows that another one comes out the same. Review that one, or a round of its own.");

    static Refusal heldBack(int share, int least) {
        return Refusal.conflict(
                "too-few-matched",
                "The round matches %d %% of the people who wait, and the program's policy wants %d %%. Change the policy or what keeps people from being matched, and start another round."
                        .formatted(share, least));
    }
}
