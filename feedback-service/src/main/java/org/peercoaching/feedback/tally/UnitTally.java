package org.peercoaching.feedback.tally;

import java.util.HashMap;
import java.util.Map;
import org.peercoaching.events.ProgramEvent.Method;
import org.peercoaching.events.TallyEvent.FeedbackTallied;
import org.peercoaching.feedback.exchange.GivenAnswer;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;

/**
 * The answers of one org unit in one week of one program, until they are counted.
 *
 * @param tallyId derived from program, unit and week; a program has one method
 * @param unit the givers' unit at enrollment, or one above it
 * @param week its ISO 8601 code
 * @param stage where it stands
 * @param answers by answer id, so that each counts once however often it comes
 */
public record UnitTally(
        String tallyId,
        String programId,
        String unit,
        String week,
        Stage stage,
        Map<String, CountedAnswer> answers) {

    /** Where a unit's tally stands. */
    public enum Stage {
        /** Answers come in. */
        COLLECTING,
        /** At least k distinct givers: the counts went out, the answers are gone. */
        PUBLISHED,
        /** Fewer than k, on their way to the unit above; without answers once they are there. */
        HANDED_UP,
        /** Fewer than k at the root, which nobody is above: they stay unpublished and are gone. */
        WITHHELD
    }

    /**
     * How many distinct givers a published tally needs. Not a setting: what was published under a
     * larger one could be told apart under a smaller one (the metric catalogue's k, "Privacy of
     * figures").
     */
    static final int K = 5;

    static final Refusal COUNTED_ALREADY =
            Refusal.conflict("counted-already", "This answer was counted already.");

    public UnitTally {
        answers = Map.copyOf(answers);
    }

    /** A unit without answers so far. */
    static UnitTally empty(String programId, String unit, String week) {
        String id = Ids.derived("tally", programId, unit, week);
        return new UnitTally(id, programId, unit, week, Stage.COLLECTING, Map.of());
    }

    /** Counts an answer, unless the week is over for this unit. */
    Decision<UnitTally> count(GivenAnswer answer) {
        if (answers.containsKey(answer.answerId())) {
            return Decision.rejected(COUNTED_ALREADY);
        }
        if (stage != Stage.COLLECTING) {
            return Decision.rejected(TallyWeek.CLOSED);
        }
        return take(
                Map.of(answer.answerId(), new CountedAnswer(answer.giverId(), answer.ratings())));
    }

    /** Takes what a unit below had too little of; once this one is closed, it has them already. */
    Decision<UnitTally> take(Map<String, CountedAnswer> handedUp) {
        if (stage != Stage.COLLECTING) {
            return Decision.accepted(this);
        }
        Map<String, CountedAnswer> together = new HashMap<>(answers);
        together.putAll(handedUp);
        return Decision.accepted(at(Stage.COLLECTING, together));
    }

    /** Ends the week: publishes, hands up or withholds; asked again, it stays as it is. */
    Decision<UnitTally> close(Method method) {
        if (stage != Stage.COLLECTING) {
            return Decision.accepted(this);
        }
        if (answers.values().stream().map(CountedAnswer::giverId).distinct().count() >= K) {
            return Decision.accepted(
                    at(Stage.PUBLISHED, Map.of()), new FeedbackTallied(Counts.of(this, method)));
        }
        return Decision.accepted(
                OrgUnits.parent(unit).isPresent()
                        ? at(Stage.HANDED_UP, answers)
                        : at(Stage.WITHHELD, Map.of()));
    }

    /** The unit above has the answers: they need not stay here. */
    Decision<UnitTally> handedUp() {
        return Decision.accepted(stage == Stage.HANDED_UP ? at(stage, Map.of()) : this);
    }

    private UnitTally at(Stage reached, Map<String, CountedAnswer> kept) {
        return new UnitTally(tallyId, programId, unit, week, reached, kept);
    }
}
