package org.peercoaching.matching.rounds;

import com.mongodb.MongoException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.ProgramEvent;
import org.peercoaching.events.ProgramEvent.Program;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Outcome;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.policies.Policies;
import org.peercoaching.matching.programs.Programs;
import org.peercoaching.matching.rounds.Beginnings.Beginning;
import org.peercoaching.matching.rounds.Solution.Began;

/**
 * Computes a round: reads the candidates, or what was read when it was computed before; lets the
 * engine match them and somebody else check that; stores what it proposes.
 */
final class RoundComputation {

    private final AggregateStore<Round> rounds;
    private final CandidateFinder finder;
    private final Policies policies;
    private final Programs programs;
    private final Engine engine;
    private final Proposed proposed;
    private final Beginnings beginnings;
    private final BusinessClock clock;

    RoundComputation(
            AggregateStore<Round> rounds,
            CandidateFinder finder,
            Policies policies,
            Programs programs,
            Engine engine,
            Proposed proposed,
            BusinessClock clock) {
        this.rounds = rounds;
        this.finder = finder;
        this.policies = policies;
        this.programs = programs;
        this.engine = engine;
        this.proposed = proposed;
        this.beginnings = new Beginnings(proposed.traces());
        this.clock = clock;
    }

    /** Computes a round that is in stage computing, unless somebody else is faster. */
    void compute(String roundId) {
        Outcome<Round> begun = change(roundId, round -> round.attempt(clock.instant()));
        if (begun instanceof Outcome.Applied<Round>(var round)
                && round.state().stage() instanceof Stage.Computing computing) {
            compute(round.state(), computing);
        }
    }

    private void compute(Round round, Stage.Computing computing) {
        String roundId = round.roundId();
        int attempt = computing.attempt();
        try (Watch watch =
                new Watch(
                        decide -> change(roundId, decide),
                        attempt,
                        round.order().seconds(),
                        clock)) {
            compute(round, computing, watch);
        } catch (MongoException e) {
            throw e;
        } catch (RefusedException e) {
            // What is not there any more will not be there in the next attempt; a store that is
            // contended may be free then.
            if (e.refusal().kind() != Refusal.Kind.CONFLICT) {
                throw e;
            }
            fail(roundId, attempt, e.refusal());
        } catch (RuntimeException | VirtualMachineError e) {
            // A cohort that exhausts heap or stack once would do so in every attempt.
            fail(roundId, attempt, FAULT);
            throw e;
        }
    }

    private void compute(Round round, Stage.Computing computing, Watch watch) {
        int attempt = computing.attempt();
        Optional<Cast> read =
                round.basis() == null
                        ? collected(round, attempt)
                        : Optional.of(
                                new Cast(
                                        round.basis(),
                                        proposed.candidates().read(round.basis().candidates())));
        if (read.isEmpty() || watch.overtaken()) {
            return;
        }
        Cast cast = read.get();
        Optional<Beginning> beginning = beginnings.of(round, computing, cast);
        Task itself = cast.task(round.order(), computing.review());
        Task task = beginning.map(from -> itself.from(from.start())).orElse(itself);
        Matching matching = engine.match(cast.basis().circle(), task, watch);
        if (watch.overtaken()) {
            return;
        }
        if (!matching.complete() && matching.groups().size() == task.locked().size()) {
            change(round.roundId(), state -> state.foundNothing(attempt, clock.instant()));
            return;
        }
        watch.begin(Reached.Step.VERIFYING, 75);
        if (!engine.isSound(round.roundId(), cast.basis().circle(), task, matching)) {
            fail(round.roundId(), attempt, UNSOUND);
            return;
        }
        watch.begin(Reached.Step.STORING, 90);
        store(
                round,
                computing,
                beginning.map(Beginning::began).orElse(null),
                new Findings(
                        round.roundId(), cast.people(), matching, cast.basis().circle() != null));
    }

    /** Empty if the round failed, or is computed by another process by now. */
    private Optional<Cast> collected(Round round, int attempt) {
        Policies.InForce policy = policies.inForce(round.programId());
        Optional<Program> program = programs.find(round.programId());
        Optional<List<Entry>> waiting =
                finder.waiting(round.programId(), policy.policy(), clock.instant());
        if (waiting.isEmpty()) {
            fail(round.roundId(), attempt, PROFILES_UNKNOWN);
            return Optional.empty();
        }
        Basis basis =
                new Basis(
                        policy.version(),
                        policy.policy(),
                        program.map(Program::focusSkills).orElse(List.of()),
                        program.map(Program::circle).orElse(null),
                        proposed.candidates()
                                .store(round.roundId(), attempt, waiting.get(), clock.instant()));
        if (change(round.roundId(), state -> state.collected(attempt, basis))
                instanceof Outcome.Refused) {
            proposed.candidates().forget(round.roundId(), attempt);
            return Optional.empty();
        }
        proposed.candidates().keepOnly(round.roundId(), attempt);
        return Optional.of(new Cast(basis, waiting.get()));
    }

    private void store(
            Round round, Stage.Computing computing, @Nullable Began began, Findings findings) {
        String roundId = round.roundId();
        int attempt = computing.attempt();
        proposed.store(roundId, attempt, findings, Reporting.of(findings));
        // A round that is run again is not changed by hand: nothing goes on from it.
        if (round.order().again() == null) {
            proposed.store(roundId, attempt, findings.matching().traces());
        }
        Solution solution =
                new Solution(
                        attempt,
                        computing.review(),
                        findings.result(),
                        findings.matching().work(),
                        findings.matching().complete(),
                        began,
                        findings.matching().threshold(),
                        findings.fingerprint(),
                        clock.instant());
        @Nullable Integer cadenceDays =
                round.order().scheduledFor() == null ? null : cadenceDays(round);
        if (change(
                        roundId,
                        state ->
                                cadenceDays == null
                                        ? state.computed(attempt, solution)
                                        : state.computedOnSchedule(attempt, solution, cadenceDays))
                instanceof Outcome.Applied) {
            proposed.keepOnly(
                    roundId,
                    Stream.concat(Stream.of(solution), Stream.ofNullable(computing.before())));
        } else {
            proposed.forget(roundId, attempt);
        }
    }

    /** Of a program that goes on. */
    private @Nullable Integer cadenceDays(Round round) {
        return programs.find(round.programId())
                .filter(program -> program.status() == ProgramEvent.Status.OPEN)
                .map(Program::cadenceDays)
                .orElse(null);
    }

    private void fail(String roundId, int attempt, Refusal reason) {
        if (change(roundId, state -> state.failed(attempt, reason, clock.instant()))
                instanceof Outcome.Applied) {
            proposed.forget(roundId);
        }
    }

    private Outcome<Round> change(String roundId, Function<Round, Decision<Round>> decide) {
        return rounds.handle(
                roundId,
                Trigger.internal(),
                known -> known.map(decide).orElseThrow(IllegalStateException::new));
    }

    private static final Refusal PROFILES_UNKNOWN =
            Refusal.unavailable(
                    "profiles-not-known-yet",
                    "Somebody who waits for a match has no matching profile here yet, and nobody is left out in silence. Start another round in a minute; if that fails, too, ask an operator to import these people again.");

    private static final Refusal UNSOUND =
            Refusal.unavailable(
                    "not-verified",
                    "What was computed did not pass the independent check, so nothing of it is used. Tell an operator; a round with another seed may pass.");

    private static final Refusal FAULT =
            Refusal.unavailable("fault", "Something went wrong on our side. Start another round.");
}
