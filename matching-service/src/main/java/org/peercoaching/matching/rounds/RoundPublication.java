package org.peercoaching.matching.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.peercoaching.events.ProgramEvent.Program;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Claims;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.matching.matches.Outcomes;
import org.peercoaching.matching.matches.Proposal;
import org.peercoaching.matching.matches.Unmatched;
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
    private final Claims claims;
    private final Programs programs;
    private final Expiry expiry;

    RoundPublication(
            AggregateStore<Round> rounds,
            Outcomes outcomes,
            Proposed proposed,
            Claims claims,
            Programs programs,
            Expiry expiry) {
        this.rounds = rounds;
        this.outcomes = outcomes;
        this.proposed = proposed;
        this.claims = claims;
        this.programs = programs;
        this.expiry = expiry;
    }

    /**
     * Publishes a round that a manager told to; goes on where an earlier process stopped.
     *
     * @param inCharge whether this process still holds the round's lease. Whoever lost it stops and
     *     writes no progress: the new holder goes through the chunk again, and mends what the two
     *     did to each other.
     */
    void publish(Round round, Stage.Publishing stage, BooleanSupplier inCharge) {
        Result result = stage.solution().result();
        Basis basis = Objects.requireNonNull(round.basis());
        Outcomes.Publication publication =
                new Outcomes.Publication(
                        round.roundId(),
                        round.programId(),
                        stage.cadenceDays(),
                        Math.max(0, result.candidates() - 1),
                        stage.at(),
                        basis.policy(),
                        basis.circle());
        int all = result.matches() + result.unmatched();
        for (int done = stage.done(); done < all; ) {
            done += announceChunk(publication, stage.solution(), done);
            if (!inCharge.getAsBoolean()) {
                return;
            }
            announced(round.roundId(), done);
        }
        retireEarlier(round);
        expiry.schedule(
                round.roundId(),
                programs.find(round.programId()).map(Program::endsAt).orElse(stage.at()));
        complete(round.roundId(), result);
        proposed.forgetOutcomes(round.roundId(), stage.solution());
    }

    /** Of the published rounds of a program, the last one can be compared with. */
    private void retireEarlier(Round round) {
        String key = "kept-round:" + round.programId();
        String kept = claims.claim(key, round.roundId());
        while (!kept.equals(round.roundId())) {
            proposed.retire(kept);
            claims.release(key, kept);
            kept = claims.claim(key, round.roundId());
        }
    }

    /** Announces the next outcomes of one kind, at least one; returns how many. */
    private int announceChunk(Outcomes.Publication publication, Solution solution, int done) {
        String roundId = publication.roundId();
        int ofMatches = solution.result().matches();
        if (done < ofMatches) {
            List<Proposal> next =
                    proposed.matches().read(roundId, solution.attempt(), done, Chunks.SIZE);
            outcomes.announce(next, publication);
            return counted(next.size());
        }
        List<Unmatched> next =
                proposed.unmatched()
                        .read(roundId, solution.attempt(), done - ofMatches, Chunks.SIZE);
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

    private void complete(String roundId, Result computed) {
        List<Result.Scored> matches = new ArrayList<>();
        outcomes.forEachMatch(roundId, match -> matches.add(Result.Scored.of(match)));
        int[] unmatched = {0};
        outcomes.forEachUnmatched(roundId, person -> unmatched[0]++);
        Result announced = computed.announced(matches, unmatched[0]);
        rounds.handle(
                        roundId,
                        Trigger.internal(),
                        round -> round.orElseThrow().published(announced))
                .orThrow();
    }
}
