package org.peercoaching.participant.program;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.ProgramEvent;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.RequestKeys;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.kit.time.DueHandler;
import org.peercoaching.kit.time.DueWork;
import org.peercoaching.kit.web.Page;
import org.peercoaching.participant.directory.Directory;
import org.peercoaching.participant.directory.Person;
import org.springframework.stereotype.Component;

/** Opens, closes and finds programs. */
@Component
public class Programs implements DueHandler {

    /** How long another process may take a program for open that was closed here. */
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final AggregateStore<Program> programs;
    private final Directory directory;
    private final RequestKeys keys;
    private final DueWork dueWork;
    private final BusinessClock clock;
    private final Cache<String, Program> lately =
            Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(REMEMBERED).build();

    Programs(
            AggregateStore<Program> programs,
            Directory directory,
            RequestKeys keys,
            DueWork dueWork,
            BusinessClock clock) {
        this.programs = programs;
        this.directory = directory;
        this.keys = keys;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    /**
     * A program, as of now or a few seconds ago: most commands need one and few change it. Whoever
     * relies on its being open looks at it again when the command's event comes round.
     */
    public Optional<Program> lately(String programId) {
        Program cached = lately.getIfPresent(programId);
        if (cached != null) {
            return Optional.of(cached);
        }
        Optional<Program> found = find(programId).map(Versioned::state);
        found.ifPresent(program -> lately.put(programId, program));
        return found;
    }

    /** A program as of now: one read. */
    public Optional<Versioned<Program>> find(String programId) {
        return programs.find(programId);
    }

    /** The ids of the programs that a person runs or ran. */
    public List<String> managedBy(String participantId) {
        List<String> ids = new ArrayList<>();
        List<Versioned<Program>> page = managedBy(participantId, null);
        while (!page.isEmpty()) {
            page.forEach(program -> ids.add(program.id()));
            page = managedBy(participantId, page.getLast().id());
        }
        return ids;
    }

    private List<Versioned<Program>> managedBy(String participantId, @Nullable String after) {
        return programs.findBy("told.managers", participantId, after, Page.MOST);
    }

    List<Versioned<Program>> page(ProgramEvent.Status status, @Nullable String after, int limit) {
        return programs.findBy("told.status", status.name(), after, limit);
    }

    Versioned<Program> open(OpenProgram asked, String caller, Trigger.Request trigger) {
        return programs.handle(
                        asked.programId(),
                        trigger,
                        keys.holding(trigger, known -> open(known, asked, caller)))
                .orThrow();
    }

    private Decision<Program> open(Optional<Program> known, OpenProgram asked, String caller) {
        if (known.isEmpty()) {
            Optional<Refusal> refusal =
                    asked.refusal(clock.instant())
                            .or(() -> unknownManager(asked.managersWith(caller)));
            if (refusal.isPresent()) {
                return Decision.rejected(refusal.get());
            }
            dueWork.schedule(kind(), asked.programId(), asked.endsAt());
        }
        return Program.open(known, asked.toProgram(caller));
    }

    private Optional<Refusal> unknownManager(Collection<String> managers) {
        long employed = directory.findAll(managers).stream().filter(Person::active).count();
        return employed < managers.size() ? Optional.of(UNKNOWN_MANAGER) : Optional.empty();
    }

    Versioned<Program> close(String programId, String caller, Trigger trigger) {
        Versioned<Program> closed =
                programs.handle(
                                programId,
                                trigger,
                                known -> decide(known, program -> program.close(caller)))
                        .orThrow();
        lately.invalidate(programId);
        return closed;
    }

    @Override
    public String kind() {
        return "program-end";
    }

    @Override
    public void due(String programId, Instant at) {
        // Work is written down before its program: a program that was refused has none.
        if (find(programId).isPresent()) {
            programs.handle(
                            programId,
                            Trigger.internal(),
                            known -> decide(known, it -> it.closeByTime(clock.instant())))
                    .orThrow();
            lately.invalidate(programId);
        }
    }

    private static Decision<Program> decide(
            Optional<Program> known, Function<Program, Decision<Program>> decision) {
        return known.map(decision).orElse(Decision.rejected(NO_SUCH_PROGRAM));
    }

    /** The refusal for an id that no program has. */
    public static final Refusal NO_SUCH_PROGRAM =
            Refusal.notFound("no-such-program", "There is no program with this id.");

    private static final Refusal UNKNOWN_MANAGER =
            Refusal.invalid(
                    "unknown-manager",
                    "A manager is not in the directory, or left. Name people who work here.");
}
