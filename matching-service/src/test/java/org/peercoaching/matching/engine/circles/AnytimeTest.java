package org.peercoaching.matching.engine.circles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Progress;
import org.peercoaching.matching.engine.Sizes;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.verify.Verdict;
import org.peercoaching.matching.engine.verify.Verifier;

class AnytimeTest {

    private static final Policy POLICY = Policy.standard(Set.of("skill-1"));

    private static final Sizes SIZES = new Sizes(4, 4);

    /** Questions until all of {@link #crowd} are looked at. */
    private static final int LOOKS = 3;

    private final CircleMatcher matcher = new CircleMatcher(SIZES, 2);
    private final List<Candidate> crowd = Crowd.planted(Crowd.circles(50, 4, 4, 1), 40, 4, 3, 1);

    @Test
    void stoppedAnywhereItTellsOfItsWorkAndASecondRunWithThatLimitGivesTheSame() {
        for (int questions : List.of(0, 1, 40, 150, 400, 900, 2_000, 4_100)) {
            Task task = Task.of(crowd, POLICY, 5);
            Matching stopped = matcher.match(task, new Patience(questions));
            assertThat(stopped.complete()).isFalse();
            assertHonest(task, stopped, questions);
            Matching again =
                    matcher.match(
                            new Task(crowd, POLICY, List.of(), 5, stopped.work()), Control.NONE);
            assertThat(again.complete()).isFalse();
            CircleMatcherTest.assertSame(stopped, again);
        }
    }

    private void assertHonest(Task task, Matching stopped, int questions) {
        if (questions < LOOKS) {
            assertThat(stopped.groups()).isEmpty();
            assertThat(stopped.leftOut()).as("nobody was looked at to the end").isEmpty();
            assertThat(stopped.bound())
                    .isEqualTo(stopped.certificate().bound())
                    .isGreaterThan(matcher.match(task, Control.NONE).bound());
        } else {
            assertThat(stopped.groups()).isNotEmpty();
            assertThat(new Verifier(2).verify(task, stopped, SIZES))
                    .as("after %d questions", questions)
                    .isInstanceOf(Verdict.Sound.class);
        }
    }

    @Test
    void stoppedWhileItIsLookedWhoMayMeetWhomItLooksAtNobodyMore() {
        for (int questions = 0; questions < LOOKS; questions++) {
            Patience patience = new Patience(questions);
            matcher.match(Task.of(crowd, POLICY, 5), patience);
            assertThat(patience.heard)
                    .filteredOn(progress -> progress.stage() == Progress.Stage.SEARCHING)
                    .hasSize(questions + 1);
            assertThat(patience.left).as("asked once more").isEqualTo(-1);
        }
    }

    /** All circles of few people are looked for at once; that takes long, and can be stopped. */
    @Test
    void stoppedWhileAllCirclesOfFewPeopleAreLookedForItTakesTheBestSoFar() {
        Task task = Task.of(Crowd.office(60, 1), POLICY, 1);
        List<Long> steps = new ArrayList<>();
        long before = 0;
        for (int questions = 60; questions < 66; questions++) {
            Matching stopped = matcher.match(task, new Patience(questions));
            assertThat(stopped.complete()).isFalse();
            assertHonest(task, stopped, questions);
            steps.add(stopped.work() - before);
            before = stopped.work();
        }
        assertThat(steps).as("between two questions").contains(50_000L);
    }

    @Test
    void theWorkOfARunThatEndedByItselfIsEnoughForAnother() {
        Matching first = matcher.match(Task.of(crowd, POLICY, 5), Control.NONE);
        assertThat(first.complete()).isTrue();
        Matching again =
                matcher.match(new Task(crowd, POLICY, List.of(), 5, first.work()), Control.NONE);
        assertThat(again.complete()).isTrue();
        CircleMatcherTest.assertSame(first, again);
    }

    @Test
    void progressNeverGoesBackAndEndsAtAHundred() {
        Patience patience = new Patience(Integer.MAX_VALUE);
        Matching matching = matcher.match(Task.of(crowd, POLICY, 5), patience);
        List<Progress> heard = patience.heard;
        assertThat(heard.stream().map(Progress::percent)).isSorted();
        assertThat(heard.stream().map(Progress::stage)).isSorted();
        assertThat(heard.getLast().percent()).isEqualTo(100);
        assertThat(heard.getLast().weight()).isEqualTo(matching.weight());
        assertThat(heard.getLast().bound()).isEqualTo(matching.certificate().bound());
    }

    @Test
    void badLocksAreRefused() {
        assertRefused(List.of(List.of(Crowd.id(1), "nobody")), "no candidate");
        assertRefused(List.of(List.of(Crowd.id(1), Crowd.id(1))), "twice");
        assertRefused(
                List.of(List.of(Crowd.id(1), Crowd.id(2)), List.of(Crowd.id(3), Crowd.id(2))),
                "twice");
        assertRefused(List.of(List.of(Crowd.id(1))), "two members");
    }

    @Test
    void twoCandidatesWithOneIdAreRefused() {
        List<Candidate> doubled = new ArrayList<>(crowd);
        doubled.add(crowd.getFirst());
        assertThatThrownBy(() -> matcher.match(Task.of(doubled, POLICY, 1), Control.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void assertRefused(List<List<String>> locked, String why) {
        Task task = new Task(crowd, POLICY, locked, 1, Long.MAX_VALUE);
        assertThatThrownBy(() -> matcher.match(task, Control.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    /** Says stop after so many questions. */
    private static final class Patience implements Control {

        private final List<Progress> heard = new ArrayList<>();
        private int left;

        private Patience(int questions) {
            left = questions;
        }

        @Override
        public void reached(Progress progress) {
            heard.add(progress);
        }

        @Override
        public boolean goOn() {
            return left-- > 0;
        }
    }
}
