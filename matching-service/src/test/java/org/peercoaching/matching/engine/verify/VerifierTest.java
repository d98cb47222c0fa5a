package org.peercoaching.matching.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Task;

class VerifierTest {

    private final Verifier verifier = new Verifier(2);

    @Test
    void trueResultsAreSoundWhateverThePolicy() {
        int trios = 0;
        for (int seed = 0; seed < 400; seed++) {
            Policy policy = seed % 3 == 0 ? People.POLICY : People.policy(seed);
            Task task = Task.of(People.of(seed % 10, seed), policy, seed);
            Matching matching = Optimum.of(task);
            assertThat(verifier.verify(task, matching))
                    .as("seed %d", seed)
                    .isEqualTo(new Verdict.Sound(matching.certificate().bound()));
            trios +=
                    (int)
                            matching.groups().stream()
                                    .filter(one -> one.members().size() == 3)
                                    .count();
        }
        assertThat(trios).isGreaterThan(30);
    }

    @Test
    void whatIsLockedIsNotAskedForScoresAndNotCounted() {
        List<Candidate> people = People.alike(9, 4);
        Policy policy = demanding(People.POLICY);
        List<List<String>> locked =
                List.of(List.of(People.id(5), People.id(2)), List.of(People.id(0), People.id(7)));
        Task task = new Task(people, policy, locked, 1, Long.MAX_VALUE);
        Matching matching = Optimum.of(task);
        assertThat(matching.groups()).hasSize(2);
        assertThat(matching.weight()).isZero();
        assertThat(verifier.verify(task, matching)).isInstanceOf(Verdict.Sound.class);
    }

    private static Policy demanding(Policy policy) {
        return new Policy(
                policy.strengths(),
                policy.levelDistance(),
                policy.commonMinutes(),
                10_000,
                policy.sameUnit(),
                policy.priority(),
                policy.focusSkills());
    }

    @Test
    void theOrderOfCandidatesTheSeedAndTheNumberOfThreadsChangeNoVerdict() {
        List<Candidate> people = People.of(9, 77);
        Task task = Task.of(people, People.POLICY, 1);
        Task turned = Task.of(people.reversed(), People.POLICY, 2);
        Matching matching = Optimum.of(task);
        assertThat(new Verifier(1).verify(turned, matching))
                .isEqualTo(new Verifier(3).verify(task, matching))
                .isInstanceOf(Verdict.Sound.class);
    }

    @Test
    void aTaskThatIsWrongItselfIsAMistakeOfTheCaller() {
        List<Candidate> people = People.alike(3, 1);
        Matching matching = Optimum.of(Task.of(people, People.POLICY, 1));
        for (List<String> locked : List.of(List.of("x", People.id(0)), List.of("x", "x"))) {
            Task task = new Task(people, People.POLICY, List.of(locked), 1, Long.MAX_VALUE);
            assertThatThrownBy(() -> verifier.verify(task, matching))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        Task doubled = Task.of(List.of(people.get(0), people.get(0)), People.POLICY, 1);
        assertThatThrownBy(() -> verifier.verify(doubled, matching))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
