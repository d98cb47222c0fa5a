package org.peercoaching.matching.rounds;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.ProgramEvent.CircleSize;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Matcher;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Sizes;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.verify.Fault;
import org.peercoaching.matching.engine.verify.Verdict;
import org.peercoaching.matching.engine.verify.Verifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds a matching, of pairs or of circles, and has it checked by somebody else. */
final class Engine {

    private static final Logger log = LoggerFactory.getLogger(Engine.class);

    private final Matcher pairs;
    private final Circles circles;
    private final Verifier verifier;

    /** Matches into circles. */
    interface Circles {

        /** A matcher for circles of these sizes. */
        Matcher of(Sizes sizes);
    }

    /**
     * An engine.
     *
     * @param pairs matches into pairs
     * @param threads how many may verify at a time
     */
    Engine(Matcher pairs, Circles circles, int threads) {
        this.pairs = pairs;
        this.circles = circles;
        this.verifier = new Verifier(threads);
    }

    /**
     * Matches people.
     *
     * @param circle how many people a circle has; null for pairs
     */
    Matching match(@Nullable CircleSize circle, Task task, Control control) {
        Matcher matcher = circle == null ? pairs : circles.of(sizes(circle));
        return matcher.match(task, control);
    }

    /** Whether all of it holds; what does not is a fault of ours, and logged as one. */
    boolean isSound(String roundId, @Nullable CircleSize circle, Task task, Matching matching) {
        return switch (verdict(circle, task, matching)) {
            case Verdict.Sound sound -> true;
            case Verdict.Faulty(var faults) -> {
                log.atError()
                        .addKeyValue("round", roundId)
                        .addKeyValue("faults", faults.size())
                        .addKeyValue(
                                "kinds",
                                faults.stream()
                                        .map(Fault::kind)
                                        .distinct()
                                        .map(Enum::name)
                                        .collect(Collectors.joining(",")))
                        .log("The verifier refuses a matching; the round fails");
                yield false;
            }
        };
    }

    private Verdict verdict(@Nullable CircleSize circle, Task task, Matching matching) {
        return circle == null
                ? verifier.verify(task, matching)
                : verifier.verify(task, matching, sizes(circle));
    }

    private static Sizes sizes(CircleSize circle) {
        return new Sizes(circle.min(), circle.max());
    }
}
