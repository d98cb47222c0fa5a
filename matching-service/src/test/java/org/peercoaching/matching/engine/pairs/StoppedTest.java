package org.peercoaching.matching.engine.pairs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Progress;
import org.peercoaching.matching.engine.Progress.Stage;
import org.peercoaching.matching.engine.Start;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.organizations.Organizations;
import org.peercoaching.matching.engine.verify.Verdict;
import org.peercoaching.matching.engine.verify.Verifier;

/** Who says stop is heard soon, and gets something good and what is true of it. */
class StoppedTest {

    private static final int PEOPLE = 3_500;

    /** So many people are looked at between two questions. */
    private static final int PIECE = 128;

    private final Task task =
            Task.of(Organizations.REALISTIC.of(PEOPLE, 1), Organizations.POLICY, 1);

    @Test
    void itAsksAfterEveryFewPeopleWhosePartnersItLooksForOrPrices() {
        Listener listener = new Listener(Stage.EXPLAINING, 1);
        matcher(2).match(task, listener);
        assertThat(listener.asked.get(Stage.SEARCHING)).isGreaterThanOrEqualTo(PEOPLE / PIECE);
        assertThat(listener.asked.get(Stage.PRICING)).isGreaterThanOrEqualTo(PEOPLE / PIECE);
    }

    @ParameterizedTest
    @CsvSource({"SEARCHING, 1", "SEARCHING, 20", "SEARCHING, 40", "PRICING, 1", "PRICING, 9"})
    void onceItIsToldToStopItBeginsNothingMoreAndIsTheSameAgainWithTheWorkDone(
            Stage stage, int question) {
        Listener listener = new Listener(stage, question);
        Matching stopped = matcher(2).match(task, listener);
        assertThat(stopped.complete()).isFalse();
        assertThat(listener.askedAfterwards).isZero();
        assertThat(listener.begunAfterwards).containsOnly(Stage.EXPLAINING);
        assertThat(new Verifier(2).verify(task, stopped)).isInstanceOf(Verdict.Sound.class);
        Task again =
                new Task(task.candidates(), task.policy(), List.of(), task.seed(), stopped.work());
        assertThat(matcher(1).match(again, Control.NONE)).isEqualTo(stopped);
        assertThat(matcher(3).match(again, Control.NONE)).isEqualTo(stopped);
    }

    @Test
    void begunWithEarlierPartnersItKeepsThemTogetherIfItIsStoppedAtOnce() {
        Matching earlier = matcher(2).match(task, Control.NONE);
        List<String> parted = earlier.groups().getFirst().members();
        Task reviewed =
                new Task(
                        task.candidates().stream()
                                .map(one ->
                                        parted.contains(one.id())
                                                ? one.apartFrom(Set.copyOf(parted))
                                                : one)
                                .toList(),
                        task.policy(),
                        List.of(),
                        task.seed(),
                        1,
                        new Start(task, requireNonNull(earlier.traces())));
        Matching stopped = matcher(2).match(reviewed, Control.NONE);
        assertThat(stopped.complete()).isFalse();
        assertThat(new Verifier(2).verify(reviewed, stopped)).isInstanceOf(Verdict.Sound.class);
        List<List<String>> pairs =
                earlier.groups().stream()
                        .map(Group::members)
                        .filter(members -> members.size() == 2 && !members.equals(parted))
                        .toList();
        assertThat(stopped.groups()).extracting(Group::members).containsAll(pairs);
    }

    /** Nobody who takes the heaviest pair that is left, again and again, gets less than half. */
    @ParameterizedTest
    @EnumSource
    void whateverWorkIsAllowedItWeighsHalfOfTheBestThereIsAtLeast(Organizations kind) {
        for (int size : new int[] {601, PEOPLE}) {
            Task whole = Task.of(kind.of(size, 2), Organizations.POLICY, 2);
            Matching best = matcher(2).match(whole, Control.NONE);
            LongStream.of(1_000_000, 100, 10, 2)
                    .map(share -> Math.max(1, best.work() / share))
                    .forEach(limit -> {
                        Matching stopped =
                                matcher(2)
                                        .match(
                                                new Task(
                                                        whole.candidates(),
                                                        whole.policy(),
                                                        List.of(),
                                                        whole.seed(),
                                                        limit),
                                                Control.NONE);
                        assertThat(stopped.complete()).as("work %d", limit).isFalse();
                        assertThat(new Verifier(2).verify(whole, stopped))
                                .as("work %d", limit)
                                .isInstanceOf(Verdict.Sound.class);
                        assertThat(2 * stopped.weight())
                                .as("%d people, work %d", size, limit)
                                .isGreaterThanOrEqualTo(best.bound());
                        assertThat(stopped.bound()).isGreaterThanOrEqualTo(best.weight());
                    });
        }
    }

    private static PairMatcher matcher(int threads) {
        return new PairMatcher(threads);
    }

    /** Says stop at a question of a stage. */
    private static final class Listener implements Control {

        private final Stage stage;
        private final int question;
        private final Map<Stage, Integer> asked = new EnumMap<>(Stage.class);
        private final List<Stage> begunAfterwards = new ArrayList<>();
        private Stage now = Stage.INDEXING;
        private boolean stopped;
        private int askedAfterwards;

        private Listener(Stage stage, int question) {
            this.stage = stage;
            this.question = question;
        }

        @Override
        public void reached(Progress progress) {
            now = progress.stage();
            if (stopped) {
                begunAfterwards.add(now);
            }
        }

        @Override
        public boolean goOn() {
            askedAfterwards += stopped ? 1 : 0;
            stopped |= asked.merge(now, 1, Integer::sum) == question && now == stage;
            return !stopped;
        }
    }
}
