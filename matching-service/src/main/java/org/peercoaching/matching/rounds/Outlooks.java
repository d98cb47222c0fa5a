package org.peercoaching.matching.rounds;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.kit.security.Caller;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.matches.MatchView;
import org.peercoaching.matching.matches.Outcomes;

/** Explains single people of a computed round to its managers, and gives its report. */
final class Outlooks {

    private final Rounds rounds;
    private final Proposed proposed;
    private final Outcomes outcomes;

    Outlooks(Rounds rounds, Proposed proposed, Outcomes outcomes) {
        this.rounds = rounds;
        this.proposed = proposed;
        this.outcomes = outcomes;
    }

    /** How good a round is as it was computed. */
    Report report(String roundId, Caller caller) {
        Round round = rounds.find(roundId, caller).state();
        return proposed.reports().read(roundId, solution(round).attempt(), 0, 1).stream()
                .findFirst()
                .orElseThrow(() -> new RefusedException(NOT_KEPT));
    }

    /** Why somebody is matched as they are; goes through all candidates. */
    Outlook outlook(String roundId, String participantId, Caller caller) {
        Round round = rounds.find(roundId, caller).state();
        Solution solution = solution(round);
        Basis basis = Objects.requireNonNull(round.basis(), "A computed round has a basis");
        Snapshots.Found found =
                proposed.candidates()
                        .find(basis.candidates(), participantId)
                        .orElseThrow(() -> new RefusedException(UNKNOWN));
        Placement placement =
                proposed
                        .placements()
                        .read(roundId, solution.attempt(), found.position(), 1)
                        .stream()
                        .findFirst()
                        .orElseThrow(() -> new RefusedException(NOT_KEPT));
        @Nullable Candidate candidate = found.entry().candidate();
        if (candidate == null) {
            throw new RefusedException(AT_CAPACITY);
        }
        Outlook.Count count =
                new Outlook.Count(
                        candidate,
                        solution.asked(basis.policy().toEngine(basis.focusSkills())),
                        placement,
                        basis.circle() != null);
        proposed.candidates().forEach(basis.candidates(), count::add);
        return count.outlook(match(round, solution, placement));
    }

    private @Nullable MatchView match(Round round, Solution solution, Placement placement) {
        if (!placement.matched()) {
            return null;
        }
        // What was proposed is thrown away when all of it is announced.
        return proposed
                .matches()
                .read(round.roundId(), solution.attempt(), placement.match(), 1)
                .stream()
                .map(MatchView::of)
                .findFirst()
                .or(() ->
                        outcomes.announcedTo(
                                        placement.participantId(),
                                        round.roundId(),
                                        placement.members())
                                .map(MatchView::of))
                .orElse(null);
    }

    private static Solution solution(Round round) {
        return round.solution().orElseThrow(() -> new RefusedException(RoundItems.NOT_COMPUTED));
    }

    private static final Refusal UNKNOWN =
            Refusal.notFound(
                    "not-a-candidate",
                    "This person did not wait for a match when the round read its candidates.");

    private static final Refusal AT_CAPACITY =
            Refusal.conflict(
                    "at-capacity",
                    "This person has as many open matches as the program's policy allows, so the round looked for nobody.");

    private static final Refusal NOT_KEPT =
            Refusal.conflict(
                    "report-not-kept",
                    "Of the published rounds of a program only the last one can be explained person by person. Run this one again: its rerun can be.");
}
