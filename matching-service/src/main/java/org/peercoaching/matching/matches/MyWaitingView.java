package org.peercoaching.matching.matches;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.UnmatchedEvent.Reason;
import org.peercoaching.matching.engine.Rule;
import org.peercoaching.matching.people.LeftOut;
import org.peercoaching.matching.people.Person;

/**
 * How somebody waits for a match in a program.
 *
 * @param leftOut rounds that found nobody for them since their last match
 * @param goesFirst whether the next round places them before people who did not wait yet
 * @param lastOutcome of the last of these rounds; null where there was none
 * @param sentences the same in plain words
 */
record MyWaitingView(
        String programId,
        int leftOut,
        boolean goesFirst,
        @Nullable LastOutcome lastOutcome,
        List<Sentence> sentences) {

    /**
     * Why a round found nobody.
     *
     * @param considered how many others it looked at
     * @param forbidden how many of them each rule forbade, the most first; the others were matched
     *     otherwise
     */
    record LastOutcome(
            Instant at, Reason reason, int considered, List<Unmatched.Forbidden> forbidden) {}

    static MyWaitingView of(Person person, String programId, Optional<Unmatched> outcome) {
        Optional<LeftOut> leftOut = person.leftOutOf(programId);
        LastOutcome last =
                leftOut.flatMap(out -> outcome.map(told -> last(out, told))).orElse(null);
        boolean goesFirst = person.waited(programId) > 0;
        List<Sentence> sentences = new ArrayList<>();
        if (last != null) {
            sentences.addAll(why(last));
        } else if (person.lastTie(programId).isEmpty()) {
            sentences.add(Sentence.of(Phrase.FIRST_ROUND_TO_COME, Map.of()));
        } else if (goesFirst) {
            sentences.add(Sentence.of(Phrase.PARTNER_GONE, Map.of()));
        } else {
            sentences.add(Sentence.of(Phrase.LAST_MATCH_GIVEN_UP, Map.of()));
        }
        int rounds = leftOut.map(LeftOut::rounds).orElse(0);
        if (goesFirst) {
            sentences.add(Sentence.of(Phrase.GOES_FIRST, Map.of("rounds", rounds)));
        }
        return new MyWaitingView(programId, rounds, goesFirst, last, sentences);
    }

    private static LastOutcome last(LeftOut leftOut, Unmatched told) {
        return new LastOutcome(leftOut.at(), told.reason(), told.considered(), told.forbidden());
    }

    private static List<Sentence> why(LastOutcome last) {
        if (last.reason() == Reason.AT_CAPACITY) {
            return List.of(Sentence.of(Phrase.AT_CAPACITY, Map.of()));
        }
        if (last.considered() == 0) {
            return List.of(Sentence.of(Phrase.NOBODY_ELSE_READY, Map.of()));
        }
        List<Sentence> why = new ArrayList<>();
        why.add(
                Sentence.of(
                        Phrase.LAST_ROUND_FOUND_NOBODY, Map.of("considered", last.considered())));
        int rest = last.considered();
        for (Unmatched.Forbidden forbidden : last.forbidden()) {
            why.add(counted(phrase(forbidden.rule()), forbidden.people(), last.considered()));
            rest -= forbidden.people();
        }
        if (rest > 0 && !last.forbidden().isEmpty()) {
            why.add(counted(Phrase.MATCHED_OTHERWISE, rest, last.considered()));
        }
        return why;
    }

    private static Sentence counted(Phrase phrase, int people, int considered) {
        return Sentence.of(phrase, Map.of("people", people, "considered", considered));
    }

    private static Phrase phrase(Rule rule) {
        return switch (rule) {
            case NO_COMMON_LANGUAGE -> Phrase.NO_COMMON_LANGUAGE;
            case LEVEL_DISTANCE -> Phrase.LEVEL_DISTANCE;
            case REPORTING_LINE -> Phrase.REPORTING_LINE;
            case SAME_UNIT -> Phrase.SAME_UNIT;
            case KEPT_APART -> Phrase.MATCHED_OTHERWISE;
            case NO_COMMON_TIME -> Phrase.NO_COMMON_TIME;
            case MANDATORY_CRITERION -> Phrase.MANDATORY_CRITERION;
            case MINIMUM_SCORE -> Phrase.MINIMUM_SCORE;
        };
    }
}
