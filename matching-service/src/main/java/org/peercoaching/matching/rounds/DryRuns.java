package org.peercoaching.matching.rounds;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.peercoaching.events.ProgramEvent;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.kit.security.Caller;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.kit.web.Command;
import org.peercoaching.matching.programs.Programs;

/**
 * Rounds that are only looked at. They stand in no other round's way; of each program the last few
 * are kept, so that some policies can be compared.
 */
final class DryRuns {

    /** Of each program. */
    private static final int KEPT = 4;

    /** More than there ever are. */
    private static final int ALL = 100;

    private final AggregateStore<Round> store;
    private final Programs programs;
    private final Rounds rounds;
    private final Proposed proposed;
    private final BusinessClock clock;
    private final RoundWorker worker;

    DryRuns(
            AggregateStore<Round> store,
            Programs programs,
            Rounds rounds,
            Proposed proposed,
            BusinessClock clock,
            RoundWorker worker) {
        this.store = store;
        this.programs = programs;
        this.rounds = rounds;
        this.proposed = proposed;
        this.clock = clock;
        this.worker = worker;
    }

    /** Starts a dry run; it is computed in the background. */
    Versioned<Round> start(String programId, Order order, Caller caller, Command command) {
        if (programs.managedBy(caller, programId).status() == ProgramEvent.Status.CLOSED) {
            throw new RefusedException(Rounds.PROGRAM_CLOSED);
        }
        String id = command.newId("dry-run:" + programId);
        return started(
                id,
                programId,
                command,
                known -> Round.start(known, id, programId, order, clock.instant()));
    }

    /** Runs a round again, with everything as it was then. */
    Versioned<Round> again(String roundId, Caller caller, Command command) {
        Round original = rounds.find(roundId, caller).state();
        String id = command.newId("again:" + roundId);
        return started(
                id,
                original.programId(),
                command,
                known -> Round.again(known, id, original, clock.instant()));
    }

    private Versioned<Round> started(
            String id,
            String programId,
            Command command,
            Function<Optional<Round>, Decision<Round>> decide) {
        Versioned<Round> started = store.handle(id, command.trigger(), decide).orThrow();
        retire(programId);
        worker.wake();
        return started;
    }

    /** The oldest give way; one that is being computed goes next time. */
    private void retire(String programId) {
        List<Round> kept =
                store.findBy("keptDryRunOf", programId, null, ALL).stream()
                        .map(Versioned::state)
                        .sorted(Comparator.comparing(Round::startedAt))
                        .toList();
        kept.stream()
                .limit(Math.max(0, kept.size() - KEPT))
                .filter(round -> !(round.stage() instanceof Stage.Computing))
                .forEach(round -> {
                    store.handle(
                            round.roundId(),
                            Trigger.internal(),
                            known -> known.orElseThrow().discard(clock.instant()));
                    proposed.forget(round.roundId());
                });
    }
}
