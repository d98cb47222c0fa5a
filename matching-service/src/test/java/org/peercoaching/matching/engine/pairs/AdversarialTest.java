package org.peercoaching.matching.engine.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Cohorts;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.organizations.Organizations;
import org.peercoaching.matching.engine.verify.Verdict;
import org.peercoaching.matching.engine.verify.Verifier;

/** Cohorts that are hard to match: whatever work is allowed, what is claimed is true. */
class AdversarialTest {

    private final PairMatcher matcher = new PairMatcher(2);

    /** Who speaks what makes the pairs that there are. */
    enum Field {

        /** Everybody may be matched with the one before and the one after: a long price war. */
        CHAIN {
            @Override
            List<String> languages(int person) {
                return List.of("link-" + person, "link-" + (person + 1));
            }
        },

        /** Triangles in a row, each joined with the next by a pair: odd sets everywhere. */
        TRIANGLES {
            @Override
            List<String> languages(int person) {
                int triangle = person / 3;
                List<String> spoken = new ArrayList<>(List.of("triangle-" + triangle));
                if (person % 3 == 0) {
                    spoken.add("bridge-" + triangle);
                } else if (person % 3 == 2) {
                    spoken.add("bridge-" + (triangle + 1));
                }
                return spoken;
            }
        },

        /** Of each three, two compete for the third, who can meet nobody else. */
        THIRD_LEFT_OVER {
            @Override
            List<String> languages(int person) {
                int hub = person / 3;
                return person % 3 == 0
                        ? List.of("one-" + hub, "other-" + hub)
                        : List.of((person % 3 == 1 ? "one-" : "other-") + hub);
            }
        };

        abstract List<String> languages(int person);

        List<Candidate> people(int size) {
            List<Candidate> compatible = Cohorts.compatible(size, size);
            return IntStream.range(0, size)
                    .mapToObj(i ->
                            new Cohorts.Somebody(compatible.get(i))
                                    .speaking(languages(i).toArray(String[]::new))
                                    .candidate())
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void withAnyWorkTheBoundIsTrueAndWithEnoughItIsReached(Field field) {
        assertTrue(Task.of(field.people(2_001), Cohorts.POLICY, 1), 0);
        assertTrue(Task.of(field.people(4_001), Cohorts.POLICY, 1), 0.0005);
    }

    @ParameterizedTest
    @EnumSource(names = {"THIRD_UNMATCHABLE", "ODD_CLIQUES"})
    void inOrganizationsToo(Organizations kind) {
        assertTrue(Task.of(kind.of(1_001, 1), Organizations.POLICY, 1), 0);
        assertTrue(Task.of(kind.of(3_301, 1), Organizations.POLICY, 1), 0.0005);
    }

    /** What is claimed of a matching under no limit and under several is true. */
    private void assertTrue(Task whole, double gap) {
        Matching best = matcher.match(whole, Control.NONE);
        assertSound(whole, best);
        assertThat(best.complete()).isTrue();
        assertThat(best.bound() - best.weight()).isLessThanOrEqualTo((long) (gap * best.bound()));
        LongStream.of(1, 50, 10, 3, 2)
                .map(share -> share == 1 ? 1 : best.work() / share)
                .forEach(limit -> {
                    Task task =
                            new Task(
                                    whole.candidates(),
                                    whole.policy(),
                                    List.of(),
                                    whole.seed(),
                                    limit);
                    Matching stopped = matcher.match(task, Control.NONE);
                    assertSound(task, stopped);
                    assertThat(stopped.complete()).as("work %d", limit).isFalse();
                    assertThat(stopped.work()).isLessThanOrEqualTo(limit);
                    assertThat(stopped.bound()).isGreaterThanOrEqualTo(best.weight());
                    assertThat(stopped.weight()).isLessThanOrEqualTo(best.bound());
                });
    }

    private static void assertSound(Task task, Matching matching) {
        assertThat(new Verifier(2).verify(task, matching)).isInstanceOf(Verdict.Sound.class);
    }
}
