package org.peercoaching.matching.engine.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Certificate;
import org.peercoaching.matching.engine.Cohorts;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Fit;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.LeftOut;
import org.peercoaching.matching.engine.Matcher;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.Terms;

/** Which of two matchings leaves no more out, by a matcher that finds the one or the other. */
class WeakestWaitsTest {

    private static final int WEAK = 100;
    private static final int STRONG = 200;

    private static final Policy FAIR =
            new Policy(
                    Cohorts.POLICY.strengths(),
                    Cohorts.POLICY.levelDistance(),
                    Cohorts.POLICY.commonMinutes(),
                    0,
                    Cohorts.POLICY.sameUnit(),
                    Policy.Priority.WEAKEST_FIRST,
                    Cohorts.POLICY.focusSkills());

    /** The waits of those left out with the weak pair, and with the strong one. */
    @ParameterizedTest
    @CsvSource({
        "0, 0 0, false",
        "0 0, 0, true",
        "1, 9 0, false",
        // Fewer are left out, though somebody who waited longer is among them.
        "1 1, 3, true",
        "3, 3, true",
        "3, 2, true",
        "2, 3, false",
        // Together they have waited less, but one of them longer than anybody before.
        "3 3, 5 0, false",
        "5 0, 3 3, true",
        "3 1, 3 2, false",
        "3 2, 3 1, true",
    })
    void firstItCountsHowManyAreLeftOutAndThenWhoWaitedLongest(
            String weak, String strong, boolean raised) {
        List<Candidate> people =
                Stream.concat(
                                Stream.of(Cohorts.person("one"), Cohorts.person("other")),
                                Stream.of(
                                                named("weak", waits(weak)),
                                                named("strong", waits(strong)))
                                        .flatMap(List::stream))
                        .map(Cohorts.Somebody::candidate)
                        .toList();
        Matcher either =
                (task, control) ->
                        leaving(task.policy().minimumScore() <= WEAK ? "weak" : "strong", task);
        Matching matching = new Weakest(either, Task.of(people, FAIR, 1), Control.NONE).raised();
        assertThat(matching.threshold()).isEqualTo(raised ? STRONG : WEAK);
    }

    private static List<Integer> waits(String listed) {
        return Stream.of(listed.split(" ")).map(Integer::valueOf).toList();
    }

    private static List<Cohorts.Somebody> named(String name, List<Integer> waits) {
        return IntStream.range(0, waits.size())
                .mapToObj(i -> Cohorts.person(name + "-" + i).waited(waits.get(i)))
                .toList();
    }

    /** One pair that is weak or strong, and those of that name left out; of more, all are. */
    private static Matching leaving(String name, Task task) {
        int score = name.equals("weak") ? WEAK : STRONG;
        boolean found = task.policy().minimumScore() <= score;
        Fit fit = new Fit(score, new Terms(score, 0, 0, 0, 0, 0, 0), List.of(), 60, List.of("en"));
        List<LeftOut> leftOut =
                task.candidates().stream()
                        .map(Candidate::id)
                        .filter(id -> !found || id.startsWith(name))
                        .map(id -> new LeftOut(id, 0, Map.of(), 0))
                        .toList();
        return new Matching(
                found ? List.of(new Group(List.of("one", "other"), fit, List.of())) : List.of(),
                leftOut,
                1,
                1,
                new Certificate(new long[0], List.of(), 1),
                List.of(),
                1,
                true);
    }
}
