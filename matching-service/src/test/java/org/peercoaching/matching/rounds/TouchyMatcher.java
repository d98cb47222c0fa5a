package org.peercoaching.matching.rounds;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Matcher;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Progress;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.circles.CircleMatcher;
import org.peercoaching.matching.engine.pairs.PairMatcher;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * An engine to which something happens when it sees certain people, and that remembers its tasks.
 */
final class TouchyMatcher implements Matcher {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Matches for the service. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Installed {

        @Bean
        @Primary
        TouchyMatcher touchyMatcher() {
            return new TouchyMatcher();
        }

        @Bean
        @Primary
        Engine.Circles touchyCircles(TouchyMatcher touchy) {
            return sizes ->
                    (task, control) -> touchy.match(new CircleMatcher(sizes, 1), task, control);
        }
    }

    private final Matcher real = new PairMatcher(1);
    private final Map<String, Consumer<Control>> sights = new ConcurrentHashMap<>();
    private final Map<String, UnaryOperator<Matching>> forgeries = new ConcurrentHashMap<>();
    private final Map<String, Integer> questions = new ConcurrentHashMap<>();
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final List<Task> tasks = new CopyOnWriteArrayList<>();

    void on(String candidate, Runnable what) {
        watched(candidate, control -> what.run());
    }

    void watched(String candidate, Consumer<Control> what) {
        sights.put(candidate, what);
    }

    void forge(String candidate, UnaryOperator<Matching> forgery) {
        forgeries.put(candidate, forgery);
    }

    /** At one of its questions whether to go on, the first being 0, it waits until it is not to. */
    void heldAt(String candidate, int question) {
        questions.put(candidate, question);
    }

    /** Whether it stands at that question. */
    boolean isHeld(String candidate) {
        return held.contains(candidate);
    }

    /** Nothing holds it any more. */
    void letGo(String candidate) {
        questions.remove(candidate);
        held.remove(candidate);
    }

    /** The tasks so far with somebody among the candidates. */
    List<Task> tasksWith(String candidate) {
        return tasks.stream()
                .filter(task ->
                        task.candidates().stream().anyMatch(one -> one.id().equals(candidate)))
                .toList();
    }

    @Override
    public Matching match(Task task, Control control) {
        return match(real, task, control);
    }

    private Matching match(Matcher matcher, Task task, Control control) {
        tasks.add(task);
        task.candidates()
                .forEach(candidate ->
                        sights.getOrDefault(candidate.id(), nothing -> {}).accept(control));
        Matching matching = matcher.match(task, held(task, control));
        for (Candidate candidate : task.candidates()) {
            matching =
                    forgeries
                            .getOrDefault(candidate.id(), UnaryOperator.identity())
                            .apply(matching);
        }
        return matching;
    }

    private Control held(Task task, Control control) {
        return task.candidates().stream()
                .map(Candidate::id)
                .filter(questions::containsKey)
                .findFirst()
                .<Control>map(id -> new Held(control, questions.get(id), () -> held.add(id)))
                .orElse(control);
    }

    /** Waits at a question until the answer is no. */
    private static final class Held implements Control {

        private final Control control;
        private final Runnable onArrival;
        private int left;

        Held(Control control, int question, Runnable onArrival) {
            this.control = control;
            this.left = question;
            this.onArrival = onArrival;
        }

        @Override
        public void reached(Progress progress) {
            control.reached(progress);
        }

        @Override
        public boolean goOn() {
            if (left-- == 0) {
                onArrival.run();
                await().atMost(PATIENCE).until(() -> !control.goOn());
            }
            return control.goOn();
        }
    }
}
