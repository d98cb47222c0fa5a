package org.peercoaching.participant.enrollment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.EnrollmentEvent.EndReason;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.kit.aggregate.RequestKeys;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.participant.directory.Directory;
import org.peercoaching.participant.directory.Person;
import org.peercoaching.participant.program.Program;
import org.peercoaching.participant.program.Programs;
import org.springframework.stereotype.Component;

/**
 * Enrolls people and takes them through their program. The owner sees and does; managers of the
 * program see and complete; to everybody else there is no such enrollment.
 */
@Component
public class Enrollments {

    private final AggregateStore<Journey> enrollments;
    private final Programs programs;
    private final Directory directory;
    private final RequestKeys keys;
    private final BusinessClock clock;

    Enrollments(
            AggregateStore<Journey> enrollments,
            Programs programs,
            Directory directory,
            RequestKeys keys,
            BusinessClock clock) {
        this.enrollments = enrollments;
        this.programs = programs;
        this.directory = directory;
        this.keys = keys;
        this.clock = clock;
    }

    /** The id of a person's enrollment in a program: there is at most one. */
    public static String idOf(String programId, String participantId) {
        return Ids.derived("enrollment", programId, participantId);
    }

    /** Those of some enrollments that exist: one read. */
    public List<Versioned<Journey>> findAll(Collection<String> ids) {
        return enrollments.findAll(ids);
    }

    /** A page of a person's enrollments, in the order of their ids. */
    public List<Versioned<Journey>> ofPerson(
            String participantId, @Nullable String after, int limit) {
        return enrollments.findBy("told.participantId", participantId, after, limit);
    }

    /**
     * The caller's own enrollment.
     *
     * @throws RefusedException where the caller has none with this id
     */
    public Journey own(String enrollmentId, String caller) {
        return enrollments
                .find(enrollmentId)
                .map(Versioned::state)
                .filter(journey -> isOwner(journey, caller))
                .orElseThrow(() -> new RefusedException(NO_SUCH_ENROLLMENT));
    }

    /**
     * Whose enrollment it is: one read.
     *
     * @throws RefusedException where there is none with this id
     */
    public String ownerOf(String enrollmentId) {
        return enrollments
                .find(enrollmentId)
                .map(found -> found.state().told().participantId())
                .orElseThrow(() -> new RefusedException(NO_SUCH_ENROLLMENT));
    }

    Versioned<Journey> visible(String enrollmentId, String caller) {
        return enrollments
                .find(enrollmentId)
                .filter(found -> isOwner(found.state(), caller) || isManager(found.state(), caller))
                .orElseThrow(() -> new RefusedException(NO_SUCH_ENROLLMENT));
    }

    Versioned<Journey> apply(String programId, String caller, Trigger.Request trigger) {
        String id = idOf(programId, caller);
        return enrollments
                .handle(
                        id,
                        trigger,
                        keys.holding(
                                trigger,
                                known ->
                                        known.isPresent()
                                                ? Journey.apply(known, known.get().told())
                                                : applyNow(id, programId, caller)))
                .orThrow();
    }

    private Decision<Journey> applyNow(String id, String programId, String caller) {
        Optional<Program> program = programs.lately(programId);
        if (program.isEmpty()) {
            return Decision.rejected(Programs.NO_SUCH_PROGRAM);
        }
        if (!program.get().open() || !clock.instant().isBefore(program.get().told().endsAt())) {
            return Decision.rejected(PROGRAM_CLOSED);
        }
        return directory
                .find(caller)
                .filter(Person::active)
                .map(person ->
                        Journey.apply(
                                Optional.empty(),
                                Journey.approved(
                                        id, caller, programId, person.unit(), clock.instant())))
                .orElse(Decision.rejected(NOT_EMPLOYED));
    }

    Versioned<Journey> orient(String id, String caller, Trigger trigger) {
        return byOwner(id, caller, trigger, journey -> journey.orient(clock.instant()));
    }

    Versioned<Journey> acceptCharter(String id, int version, String caller, Trigger trigger) {
        return byOwner(
                id,
                caller,
                trigger,
                journey -> journey.acceptCharter(version, charterOf(journey), clock.instant()));
    }

    Versioned<Journey> withdraw(String id, String caller, Trigger trigger) {
        return byOwner(id, caller, trigger, journey -> journey.withdraw(clock.instant()));
    }

    Versioned<Journey> complete(String id, String caller, Trigger trigger) {
        return handle(
                id,
                trigger,
                journey -> {
                    if (isOwner(journey, caller)) {
                        return journey.complete(
                                EndReason.COMPLETED_BY_PARTICIPANT, clock.instant());
                    }
                    return isManager(journey, caller)
                            ? journey.complete(EndReason.COMPLETED_BY_MANAGER, clock.instant())
                            : Decision.rejected(NO_SUCH_ENROLLMENT);
                });
    }

    private Versioned<Journey> byOwner(
            String id,
            String caller,
            Trigger trigger,
            Function<Journey, Decision<Journey>> decision) {
        return handle(
                id,
                trigger,
                journey -> {
                    if (isOwner(journey, caller)) {
                        return decision.apply(journey);
                    }
                    return Decision.rejected(
                            isManager(journey, caller) ? OWNERS_TO_DO : NO_SUCH_ENROLLMENT);
                });
    }

    private Versioned<Journey> handle(
            String id, Trigger trigger, Function<Journey, Decision<Journey>> decision) {
        return enrollments
                .handle(
                        id,
                        trigger,
                        known -> known.map(decision).orElse(Decision.rejected(NO_SUCH_ENROLLMENT)))
                .orThrow();
    }

    private static boolean isOwner(Journey journey, String caller) {
        return journey.told().participantId().equals(caller);
    }

    private boolean isManager(Journey journey, String caller) {
        return programs.lately(journey.told().programId())
                .filter(program -> program.managedBy(caller))
                .isPresent();
    }

    private int charterOf(Journey journey) {
        return programs.lately(journey.told().programId())
                .map(program -> program.told().charterVersion())
                .orElseThrow(() -> new RefusedException(Programs.NO_SUCH_PROGRAM));
    }

    /** The refusal for an enrollment that is not there, or not for the caller to see. */
    public static final Refusal NO_SUCH_ENROLLMENT =
            Refusal.notFound(
                    "no-such-enrollment", "There is no enrollment with this id that you may see.");

    private static final Refusal OWNERS_TO_DO =
            Refusal.forbidden(
                    "not-yours", "Only the participant may do this. You can complete it for them.");

    private static final Refusal PROGRAM_CLOSED =
            Refusal.conflict("program-closed", "This program is over. Look for one that is open.");

    private static final Refusal NOT_EMPLOYED =
            Refusal.forbidden(
                    "not-employed", "Only people who work for the organization can enroll.");
}
