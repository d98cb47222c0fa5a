package org.peercoaching.matching.rounds;

import com.mongodb.MongoException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.peercoaching.events.Member;
import org.peercoaching.events.ProgramEvent.Program;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Outcome;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Matcher;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Progress;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.matches.Proposal;
import org.peercoaching.matching.matches.Unmatched;
import org.peercoaching.matching.people.Person;
import org.peercoaching.matching.policies.Policies;
import org.peercoaching.matching.programs.Programs;
import org.peercoaching.matching.rounds.CandidateFinder.Found;

/** Computes a round: finds the candidates, lets the engine match them, stores what it proposes. */
final class RoundComputation {

    /** Percent of the work that is done when the candidates are found; the engine does the rest. */
    private static final int CANDIDATES_FOUND = 5;

    private static final int ENGINE_DONE = 95;

    /** Percent by which the work advances before it is written down. */
    private static final int STEP = 10;

    private final AggregateStore<Round> rounds;
    private final CandidateFinder finder;
    private final Programs programs;
    private final Policies policies;
    private final Matchers matchers;
    private final Proposed proposed;
    private final BusinessClock clock;

    RoundComputation(
            AggregateStore<Round> rounds,
            CandidateFinder finder,
            Programs programs,
            Policies policies,
            Matchers matchers,
            Proposed proposed,
            BusinessClock clock) {
        this.rounds = rounds;
        this.finder = finder;
        this.programs = programs;
        this.policies = policies;
        this.matchers = matchers;
        this.proposed = proposed;
        this.clock = clock;
    }

    /** Computes a round that is in stage computing, unless somebody else is faster. */
    void compute(String roundId) {
        Outcome<Round> begun = change(roundId, round -> round.attempt(clock.instant()));
        if (begun instanceof Outcome.Applied<Round>(var round)
                && round.state().stage() instanceof Stage.Computing(int attempt, int percent)) {
            compute(round.state(), attempt);
        }
    }

    private void compute(Round round, int attempt) {
        List<Person> waiting = finder.waiting(round.programId());
        List<Found> candidates =
                finder.known(
                        waiting,
                        round.programId(),
                        policies.inForce(round.programId()).policy(),
                        clock.instant());
        if (candidates.size() < waiting.size()) {
            fail(round.roundId(), attempt, PROFILES_UNKNOWN);
            return;
        }
        Matching matching;
        try {
            matching = match(round, attempt, candidates);
        } catch (MongoException e) {
            throw e;
        } catch (RuntimeException | VirtualMachineError e) {
            // A cohort that exhausts heap or stack once would do so in every attempt.
            fail(round.roundId(), attempt, FAULT);
            throw e;
        }
        store(round, attempt, candidates, matching);
    }

    private Matching match(Round round, int attempt, List<Found> candidates) {
        Optional<Program> program = programs.find(round.programId());
        Set<String> focusSkills = program.map(it -> Set.copyOf(it.focusSkills())).orElse(Set.of());
        Matcher matcher = matchers.of(program.map(Program::circle).orElse(null));
        return matcher.match(
                Task.of(
                        candidates.stream().map(Found::candidate).toList(),
                        Policy.standard(focusSkills),
                        round.seed()),
                new Watch(round.roundId(), attempt));
    }

    /** Writes down how far the engine is. */
    private final class Watch implements Control {

        private final String roundId;
        private final int attempt;
        private int written;

        private Watch(String roundId, int attempt) {
            this.roundId = roundId;
            this.attempt = attempt;
        }

        @Override
        public void reached(Progress progress) {
            int percent =
                    CANDIDATES_FOUND + progress.percent() * (ENGINE_DONE - CANDIDATES_FOUND) / 100;
            if (percent >= written + STEP) {
                written = percent;
                change(roundId, state -> state.progress(attempt, percent));
            }
        }

        @Override
        public boolean goOn() {
            return true;
        }
    }

    private void store(Round round, int attempt, List<Found> candidates, Matching matching) {
        String roundId = round.roundId();
        Map<String, Member> seats =
                candidates.stream()
                        .map(Found::seat)
                        .collect(Collectors.toMap(Member::participantId, seat -> seat));
        List<Proposal> proposals =
                matching.groups().stream()
                        .map(group -> Proposal.of(roundId, seatsOf(group.members(), seats), group))
                        .toList();
        List<Unmatched> left =
                matching.leftOut().stream()
                        .map(out -> Unmatched.of(roundId, seatOf(out.id(), seats), out))
                        .toList();
        proposed.store(roundId, attempt, proposals, left);
        Result result =
                Result.of(
                        programs.find(round.programId()).map(Program::circle).isPresent(),
                        candidates.size(),
                        proposals.stream().map(Result.Scored::of).toList(),
                        left.size(),
                        Math.toIntExact(matching.gap()));
        Outcome<Round> stored =
                change(roundId, state -> state.computed(attempt, result, clock.instant()));
        if (stored instanceof Outcome.Applied) {
            proposed.keepOnly(roundId, attempt);
        } else {
            proposed.forget(roundId, attempt);
        }
    }

    private void fail(String roundId, int attempt, Refusal reason) {
        change(roundId, state -> state.failed(attempt, reason, clock.instant()));
    }

    private Outcome<Round> change(String roundId, Function<Round, Decision<Round>> decide) {
        return rounds.handle(
                roundId,
                Trigger.internal(),
                known -> known.map(decide).orElseThrow(IllegalStateException::new));
    }

    private static List<Member> seatsOf(List<String> ids, Map<String, Member> seats) {
        return ids.stream().map(id -> seatOf(id, seats)).toList();
    }

    private static Member seatOf(String id, Map<String, Member> seats) {
        return Objects.requireNonNull(seats.get(id));
    }

    private static final Refusal PROFILES_UNKNOWN =
            Refusal.unavailable(
                    "profiles-not-known-yet",
                    "Somebody who waits for a match has no matching profile here yet, and nobody is left out in silence. Start another round in a minute; if that fails, too, ask an operator to import these people again.");

    private static final Refusal FAULT =
            Refusal.unavailable("fault", "Something went wrong on our side. Start another round.");
}
