package org.peercoaching.benchmarks.rounds;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.organizations.Organizations;

/**
 * Made-up people who wait in a program.
 *
 * @param program also the beginning of all their ids, so that nobody is in two programs
 */
record Cohort(String program, List<Candidate> people) {

    /** Of the measured people, and of their round. */
    static final long SEED = 1;

    static final Policy POLICY = Organizations.POLICY;

    /** Those of a benchmark of the engine. */
    static Cohort measured(int size) {
        return of("measured", size, SEED);
    }

    /** Some others, with whom a process warms up. */
    static Cohort warmUp(int size) {
        return of("warm-up", size, SEED + 1);
    }

    private static Cohort of(String program, int size, long seed) {
        return new Cohort(
                program,
                Organizations.REALISTIC.of(size, seed).stream()
                        .map(one -> renamed(program, one))
                        .toList());
    }

    Task task() {
        return Task.of(people, POLICY, SEED);
    }

    private static Candidate renamed(String program, Candidate one) {
        return new Candidate(
                program + "-" + one.id(),
                one.unit(),
                one.level(),
                one.languages(),
                one.strengths(),
                one.growthAreas(),
                one.meeting(),
                one.time(),
                renamed(program, one.superiors()),
                renamed(program, one.keptApart()),
                one.waited());
    }

    private static Set<String> renamed(String program, Set<String> ids) {
        return ids.stream().map(id -> program + "-" + id).collect(Collectors.toUnmodifiableSet());
    }
}
