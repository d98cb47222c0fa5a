package org.peercoaching.matching.rounds;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Matcher;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.pairs.PairMatcher;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * An engine to which something happens when it sees certain people, and that remembers its tasks.
 */
final class TouchyMatcher implements Matcher {

    /** Matches for the service. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Installed {

        @Bean
        @Primary
        TouchyMatcher touchyMatcher() {
            return new TouchyMatcher();
        }
    }

    private final Matcher real = new PairMatcher(1);
    private final Map<String, Consumer<Control>> sights = new ConcurrentHashMap<>();
    private final Map<String, UnaryOperator<Matching>> forgeries = new ConcurrentHashMap<>();
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

    /** The tasks so far with somebody among the candidates. */
    List<Task> tasksWith(String candidate) {
        return tasks.stream()
                .filter(task ->
                        task.candidates().stream().anyMatch(one -> one.id().equals(candidate)))
                .toList();
    }

    @Override
    public Matching match(Task task, Control control) {
        tasks.add(task);
        task.candidates()
                .forEach(candidate ->
                        sights.getOrDefault(candidate.id(), nothing -> {}).accept(control));
        Matching matching = real.match(task, control);
        for (Candidate candidate : task.candidates()) {
            matching =
                    forgeries
                            .getOrDefault(candidate.id(), UnaryOperator.identity())
                            .apply(matching);
        }
        return matching;
    }
}
