package org.peercoaching.matching.rounds;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.peercoaching.events.ProgramEvent.Program;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.matching.matches.Outcomes;
import org.peercoaching.matching.matches.Proposal;
import org.peercoaching.matching.matches.Unmatched;
import org.peercoaching.matching.policies.Policies;
import org.peercoaching.matching.programs.Programs;

/**
 * Announces what a round proposes: first its matches, then the people without one, last the round.
 * How far it came is written down after each chunk; a chunk that was begun by a process that died
 * is gone through again, and every outcome in it is found or made.
 */
final class RoundPublication {

    private final AggregateStore<Round> rounds;
    private final Outcomes outcomes;
    private final Proposed proposed;
    private final Policies policies;
    private final Programs programs;

    RoundPublication(
            AggregateStore<Round> rounds,
            Outcomes outcomes,
            Proposed proposed,
            Policies policies,
            Programs programs) {
        this.rounds = rounds;
        this.outcomes = outcomes;
        this.proposed = proposed;
        this.policies = policies;
        this.programs = programs;
    }

    /**
     * Publishes a round that a manager told to; goes on where an earlier process stopped.
     *
     * @param inCharge whether this process still holds the round's lease. Whoever lost it stops and
     *     writes no progress: the new holder goes through the chunk again, and mends what the two
     *     did to each other.
     */
    void publish(Round round, Stage.Publishing stage, BooleanSupplier inCharge) {
        Result result = stage.computed().result();
        Outcomes.Publication publication =
                new Outcomes.Publication(
                        round.roundId(),
                        round.programId(),
                        stage.cadenceDays(),
                        Math.max(0, result.candidates() - 1),
                        stage.at(),
                        policies.inForce(round.programId()).policy(),
                        programs.find(round.programId()).map(Program::circle).orElse(null));
        int all = result.matches() + result.unmatched();
        for (int done = stage.done(); done < all; ) {
            done += announceChunk(publication, stage.computed(), done);
            if (!inCharge.getAsBoolean()) {
                return;
            }
            announced(round.roundId(), done);
        }
        complete(round.roundId(), result, publication.circle() != null);
        proposed.forget(round.roundId());
    }

    /** Announces the next outcomes of one kind, at least one; returns how many. */
    private int announceChunk(Outcomes.Publication publication, Stage.Computed computed, int done) {
        String roundId = publication.roundId();
        int ofMatches = computed.result().matches();
        if (done < ofMatches) {
            List<Proposal> next =
                    proposed.matches().read(roundId, computed.attempt(), done, Chunks.SIZE);
            outcomes.announce(next, publication);
            return counted(next.size());
        }
        List<Unmatched> next =
                proposed.unmatched()
                        .read(roundId, computed.attempt(), done - ofMatches, Chunks.SIZE);
        next.forEach(person -> outcomes.announce(person, publication));
        return counted(next.size());
    }

    private static int counted(int size) {
        if (size == 0) {
            throw new IllegalStateException("A round proposes more than is stored of it");
        }
        return size;
    }

    private void announced(String roundId, int done) {
        rounds.handle(roundId, Trigger.internal(), round -> round.orElseThrow().announced(done))
                .orThrow();
    }

    private void complete(String roundId, Result computed, boolean circles) {
        Result announced =
                Result.of(
                        circles,
                        computed.candidates(),
                        outcomes.allMatches(roundId).stream().map(Result.Scored::of).toList(),
                        outcomes.allUnmatched(roundId).size(),
                        computed.gap());
        rounds.handle(
                        roundId,
                        Trigger.internal(),
                        round -> round.orElseThrow().published(announced))
                .orThrow();
    }
}
