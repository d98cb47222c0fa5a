package org.peercoaching.matching.rounds;

import java.util.stream.Collectors;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Matcher;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.verify.Fault;
import org.peercoaching.matching.engine.verify.Verdict;
import org.peercoaching.matching.engine.verify.Verifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds a matching, and has it checked by somebody else. */
final class Engine {

    private static final Logger log = LoggerFactory.getLogger(Engine.class);

    private final Matcher matcher;
    private final Verifier verifier;

    Engine(Matcher matcher, Verifier verifier) {
        this.matcher = matcher;
        this.verifier = verifier;
    }

    Matching match(Task task, Control control) {
        return matcher.match(task, control);
    }

    /** Whether all of it holds; what does not is a fault of ours, and logged as one. */
    boolean isSound(String roundId, Task task, Matching matching) {
        return switch (verifier.verify(task, matching)) {
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
}
