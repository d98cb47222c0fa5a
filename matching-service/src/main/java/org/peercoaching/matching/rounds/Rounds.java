package org.peercoaching.matching.rounds;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.ProgramEvent;
import org.peercoaching.events.ProgramEvent.Program;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Claims;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.kit.aggregate.Outcome;
import org.peercoaching.kit.aggregate.Place;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.kit.security.Caller;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.kit.web.Command;
import org.peercoaching.kit.web.Page;
import org.peercoaching.matching.programs.Programs;

/** What managers do with rounds. A program has one open round at a time. */
final class Rounds {

    private final AggregateStore<Round> store;
    private final Programs programs;
    private final Claims claims;
    private final Proposed proposed;
    private final BusinessClock clock;
    private final RoundWorker worker;

    Rounds(
            AggregateStore<Round> store,
            Programs programs,
            Claims claims,
            Proposed proposed,
            BusinessClock clock,
            RoundWorker worker) {
        this.store = store;
        this.programs = programs;
        this.claims = claims;
        this.proposed = proposed;
        this.clock = clock;
        this.worker = worker;
    }

    /** Starts a round; it is computed in the background. */
    Versioned<Round> start(String programId, Order order, Caller caller, Command command) {
        Program program = programs.managedBy(caller, programId);
        if (program.status() == ProgramEvent.Status.CLOSED) {
            throw new RefusedException(PROGRAM_CLOSED);
        }
        return start(programId, order, command.newId("round:" + programId), command.trigger());
    }

    /**
     * Starts the round of a schedule, once for each time it is due, whoever asks and how often.
     *
     * @throws RefusedException with {@link RoundRefusals#OPEN_ALREADY} while another round is open
     */
    Versioned<Round> startScheduled(String programId, Instant due) {
        String time = due.toString();
        return start(
                programId,
                Order.scheduled(due),
                Ids.derived("scheduled-round", programId, time),
                new Trigger.Request(Ids.derived("scheduled", programId, time), "scheduled", null));
    }

    private Versioned<Round> start(
            String programId, Order order, String wanted, Trigger.Request request) {
        String id = claim(programId, wanted);
        Outcome<Round> started =
                store.handle(
                        id,
                        request,
                        known -> Round.start(known, id, programId, order, clock.instant()));
        if (started instanceof Outcome.Refused<Round>(Refusal refusal)
                && refusal.equals(RoundRefusals.OPEN_ALREADY)) {
            // Several took the same dead claim over, and this request was not the first.
            claims.release(begunBy(wanted), id);
        }
        worker.wake();
        return started.orThrow();
    }

    /**
     * The id under which a new round may start. It is another one than wanted where an earlier
     * request claimed the program and died before its round was written; then it is written down,
     * for the request may be repeated when that round is long over.
     */
    private String claim(String programId, String wanted) {
        String key = "open-round:" + programId;
        while (true) {
            String holder = claims.claim(key, wanted);
            if (holder.equals(wanted)) {
                return wanted;
            }
            Optional<String> begun = claims.holder(begunBy(wanted));
            if (begun.isPresent()) {
                return begun.get();
            }
            List<Versioned<Round>> rounds = store.findAll(List.of(wanted, holder));
            if (rounds.stream().anyMatch(round -> round.id().equals(wanted))) {
                return wanted;
            }
            Optional<Round> other = rounds.stream().map(Versioned::state).findFirst();
            if (other.isEmpty()) {
                return claims.claim(begunBy(wanted), holder);
            }
            if (other.get().open()) {
                throw new RefusedException(RoundRefusals.OPEN_ALREADY);
            }
            // Once more: whoever published or discarded it may have broken off before.
            if (other.get().stage() instanceof Stage.Published published) {
                proposed.forgetOutcomes(holder, published.solution());
            } else {
                proposed.forget(holder);
            }
            claims.release(key, holder);
        }
    }

    private static String begunBy(String wanted) {
        return "begun:" + wanted;
    }

    /** The rounds of a program that the caller manages, dry runs among them, the latest first. */
    Page<RoundSummary> of(String programId, @Nullable String cursor, int limit, Caller caller) {
        programs.managedBy(caller, programId);
        @Nullable Place after =
                cursor == null
                        ? null
                        : Place.of(cursor)
                                .orElseThrow(() -> new RefusedException(Page.INVALID_CURSOR));
        return Page.of(
                store.latestBy("programId", programId, "startedAt", after, limit + 1),
                limit,
                round -> new Place(round.state().startedAt(), round.id()).cursor(),
                RoundSummary::of);
    }

    /** A round of a program that the caller manages. */
    Versioned<Round> find(String roundId, Caller caller) {
        Versioned<Round> round =
                store.find(roundId).orElseThrow(() -> new RefusedException(NO_SUCH_ROUND));
        managed(round.state(), caller);
        return round;
    }

    /** Publishes a computed round; its outcomes are announced in the background. */
    Versioned<Round> publish(String roundId, Caller caller, Command command) {
        Versioned<Round> round = change(roundId, caller, command, this::publish);
        worker.wake();
        return round;
    }

    private Decision<Round> publish(Round round, Program program) {
        boolean over = program.status() == ProgramEvent.Status.CLOSED;
        return over && round.stage() instanceof Stage.Computed
                ? Decision.rejected(PROGRAM_CLOSED)
                : round.publish(program.cadenceDays(), clock.instant());
    }

    /** Throws a computed round away, so that another can start. */
    Versioned<Round> discard(String roundId, Caller caller, Command command) {
        Versioned<Round> discarded =
                change(
                        roundId,
                        caller,
                        command,
                        (round, program) -> round.discard(clock.instant()));
        proposed.forget(roundId);
        return discarded;
    }

    /** Stops a computation; what is found so far is taken. */
    Versioned<Round> cancel(String roundId, Caller caller, Command command) {
        return change(roundId, caller, command, (round, program) -> round.cancel());
    }

    /** A manager of the program of a round changes it. */
    Versioned<Round> change(
            String roundId,
            Caller caller,
            Command command,
            BiFunction<Round, Program, Decision<Round>> decide) {
        return store.handle(
                        roundId,
                        command.trigger(),
                        known ->
                                known.map(round -> decide.apply(round, managed(round, caller)))
                                        .orElse(Decision.rejected(NO_SUCH_ROUND)))
                .orThrow();
    }

    private Program managed(Round round, Caller caller) {
        return programs.managedBy(caller, round.programId(), NO_SUCH_ROUND);
    }

    private static final Refusal NO_SUCH_ROUND =
            Refusal.notFound("no-such-round", "You manage no program with such a round.");

    static final Refusal PROGRAM_CLOSED =
            Refusal.conflict("program-closed", "The program is over: nobody is matched any more.");
}
