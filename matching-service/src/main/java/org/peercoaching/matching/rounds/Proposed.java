package org.peercoaching.matching.rounds;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.matching.engine.Traces;
import org.peercoaching.matching.matches.Proposal;
import org.peercoaching.matching.matches.Unmatched;

/**
 * All that is stored of rounds besides themselves. Matches and people without one live from the
 * computation until the round is published: afterwards their outcomes are read. Where everybody was
 * put stays to compare other rounds with, until the round is discarded or the next one is
 * published. With a published round stay the report, the state of the candidates, and what the
 * engine began with, until a set time after the program's end: it can be run again.
 */
record Proposed(
        Chunks<Proposal> matches,
        Chunks<Unmatched> unmatched,
        Chunks<Placement> placements,
        Chunks<Report> reports,
        Chunks<Trace> traces,
        Snapshots candidates) {

    void store(String roundId, int attempt, Findings findings, Report report) {
        matches.store(roundId, attempt, findings.proposals());
        unmatched.store(roundId, attempt, findings.unmatched());
        placements.store(roundId, attempt, findings.placements());
        reports.store(roundId, attempt, Stream.of(report));
    }

    /** Stores what the engine left behind; circles leave nothing. */
    void store(String roundId, int attempt, @Nullable Traces left) {
        if (left != null) {
            traces.store(roundId, attempt, Trace.of(left));
        }
    }

    private List<Chunks<?>> all() {
        return List.of(matches, unmatched, placements, reports, traces);
    }

    /** Throws away what other attempts at a round left behind than those of its solutions. */
    void keepOnly(String roundId, Stream<Solution> solutions) {
        List<Solution> kept = solutions.toList();
        List<Integer> attempts = kept.stream().map(Solution::attempt).toList();
        List.of(matches, unmatched, placements, reports)
                .forEach(chunks -> chunks.keepOnly(roundId, attempts));
        traces.keepOnly(
                roundId,
                kept.stream().flatMap(solution -> solution.traced(roundId)).distinct().toList());
    }

    /** Throws away what an attempt stored whose result was not taken. */
    void forget(String roundId, int attempt) {
        all().forEach(chunks -> chunks.forget(roundId, attempt));
    }

    /**
     * Throws away what nobody needs of a published round: its proposals, for its outcomes have
     * replaced them, and what only a further choice would have begun with.
     */
    void forgetOutcomes(String roundId, Solution published) {
        matches.forget(roundId);
        unmatched.forget(roundId);
        traces.keepOnly(roundId, published.begunWith(roundId).toList());
    }

    /** Throws away what is kept of a published round until there is a later one. */
    void retire(String roundId) {
        placements.forget(roundId);
    }

    /** Throws away whom a published round chose from, and where it put them; its report stays. */
    void expire(String roundId) {
        candidates.forget(roundId);
        traces.forget(roundId);
        placements.forget(roundId);
    }

    /** Throws away all that is stored of a round. */
    void forget(String roundId) {
        all().forEach(chunks -> chunks.forget(roundId));
        candidates.forget(roundId);
    }
}
