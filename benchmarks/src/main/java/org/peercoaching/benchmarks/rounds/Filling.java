package org.peercoaching.benchmarks.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfile;
import org.peercoaching.events.ProgramEvent;
import org.peercoaching.events.ProgramEvent.Program;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.mongo.Replica;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.people.Person;

/** Puts people where the service puts those of whom it hears. */
final class Filling {

    /** The store answers in the order of questions, so a few wait for it at a time. */
    private static final int THREADS = 8;

    private final AggregateStore<Person> people;
    private final Replica<MatchingProfile> profiles;
    private final Replica<Program> programs;

    Filling(
            AggregateStore<Person> people,
            Replica<MatchingProfile> profiles,
            Replica<Program> programs) {
        this.people = people;
        this.profiles = profiles;
        this.programs = programs;
    }

    /** A program and all who wait in it. */
    void fill(Cohort cohort) throws InterruptedException, ExecutionException {
        programs.keep(cohort.program(), 1, program(cohort.program()));
        Map<String, Candidate> byId = Profiles.byId(cohort.people());
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> all =
                    cohort.people().stream()
                            .<Future<?>>map(
                                    one -> threads.submit(() -> fill(cohort.program(), one, byId)))
                            .toList();
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    private void fill(String program, Candidate candidate, Map<String, Candidate> byId) {
        profiles.keep(candidate.id(), 1, Profiles.profile(candidate, byId));
        people.handle(
                        candidate.id(),
                        Trigger.internal(),
                        none -> Decision.accepted(Profiles.person(candidate, program)))
                .orThrow();
    }

    /** It is over, so that a round of its schedule is computed and waits: nothing is announced. */
    private static Program program(String id) {
        Instant begin = Instant.parse("2026-06-01T08:00:00Z");
        return new Program(
                id,
                List.of("manager"),
                List.copyOf(Cohort.POLICY.focusSkills()),
                ProgramEvent.Method.ONE_ON_ONE,
                null,
                14,
                60,
                1,
                begin,
                begin.plus(Duration.ofDays(180)),
                ProgramEvent.Status.CLOSED);
    }
}
