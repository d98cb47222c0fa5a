package org.peercoaching.matching.policies;

import java.util.Optional;
import org.peercoaching.events.ProgramEvent.Program;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.security.Caller;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.matching.programs.Programs;

/** The policies of programs. */
public final class Policies {

    private final AggregateStore<PolicyHistory> store;
    private final Programs programs;
    private final BusinessClock clock;

    Policies(AggregateStore<PolicyHistory> store, Programs programs, BusinessClock clock) {
        this.store = store;
        this.programs = programs;
        this.clock = clock;
    }

    /**
     * A policy with its number.
     *
     * @param version 0 for the standard policy
     */
    public record InForce(int version, ProgramPolicy policy) {}

    /** What a program goes by now: one read. */
    public InForce inForce(String programId) {
        PolicyHistory history = history(programId).state();
        return new InForce(history.version(), history.inForce());
    }

    /** The policies of a program that the caller manages. */
    Versioned<PolicyHistory> find(String programId, Caller caller) {
        programs.managedBy(caller, programId);
        return history(programId);
    }

    /** Managers change the policy; rounds that were started before go by theirs. */
    Versioned<PolicyHistory> change(
            String programId, ProgramPolicy policy, Caller caller, Trigger.Request request) {
        Program program = programs.managedBy(caller, programId);
        return store.handle(
                        programId,
                        request,
                        known ->
                                known.isEmpty() && sawAnother(request)
                                        ? Decision.rejected(STALE)
                                        : known.orElseGet(() -> PolicyHistory.none(programId))
                                                .change(
                                                        policy,
                                                        program.focusSkills(),
                                                        program.circle() != null,
                                                        clock.instant()))
                .orThrow();
    }

    private Versioned<PolicyHistory> history(String programId) {
        return store.find(programId)
                .orElseGet(() -> new Versioned<>(programId, 0, PolicyHistory.none(programId)));
    }

    /** The standard policy has version 0 and no document whose version the store could compare. */
    private static boolean sawAnother(Trigger.Request request) {
        return Optional.ofNullable(request.expectedVersion()).filter(seen -> seen != 0).isPresent();
    }

    private static final Refusal STALE =
            new Refusal(
                    Refusal.Kind.STALE,
                    "stale-version",
                    "The program goes by the standard policy, version 0. Read it and repeat your change.");
}
