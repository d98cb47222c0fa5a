package org.peercoaching.matching.rounds;

import com.mongodb.MongoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.matching.engine.Start;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.Traces;
import org.peercoaching.matching.rounds.Solution.Began;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * With what computations begin. Pairs are matched anew from what was found before the managers'
 * last choice; where that is not kept any more, or cannot be read, from nothing, which takes longer
 * and is as good. What is run again begins as it did, or not at all.
 */
final class Beginnings {

    private static final Logger log = LoggerFactory.getLogger(Beginnings.class);

    /** With what a computation begins, and where that is stored. */
    record Beginning(Began began, Start start) {}

    private final Chunks<Trace> traces;

    Beginnings(Chunks<Trace> traces) {
        this.traces = traces;
    }

    /**
     * With what a round begins; empty for nothing.
     *
     * @throws RefusedException if it is run again and what it began with is not there any more
     */
    Optional<Beginning> of(Round round, Stage.Computing computing, Cast cast) {
        Order.Again again = round.order().again();
        if (again == null) {
            return Optional.ofNullable(before(round, computing, cast.basis()))
                    .flatMap(began -> kept(cast, round.order(), began));
        }
        Began began = again.began();
        if (began == null) {
            return Optional.empty();
        }
        Optional<Beginning> kept = kept(cast, round.order(), began);
        if (kept.isEmpty()) {
            throw new RefusedException(START_NOT_KEPT);
        }
        return kept;
    }

    private static @Nullable Began before(Round round, Stage.Computing computing, Basis basis) {
        Solution before = computing.before();
        return before == null || !before.complete() || basis.circle() != null
                ? null
                : new Began(round.roundId(), before.attempt(), before.review());
    }

    private Optional<Beginning> kept(Cast cast, Order order, Began began) {
        Task earlier = cast.task(order, began.review());
        int locked = earlier.locked().stream().mapToInt(List::size).sum();
        return traces(began, earlier.candidates().size() - locked)
                .map(found -> new Beginning(began, new Start(earlier, found)));
    }

    /** Empty if they are not there, not those of so many people, or not to be understood. */
    private Optional<Traces> traces(Began began, int people) {
        try {
            List<Trace> stored = new ArrayList<>(people);
            traces.from(began.roundId(), began.attempt(), 0).forEachRemaining(stored::add);
            if (stored.size() == people) {
                return Optional.of(Trace.joined(stored));
            }
            lost(began, "%d of %d are there".formatted(stored.size(), people));
        } catch (MongoException e) {
            throw e;
        } catch (RuntimeException e) {
            // Whatever is wrong with them is no reason to do without the round.
            lost(began, e.toString());
        }
        return Optional.empty();
    }

    private static void lost(Began began, String why) {
        log.warn(
                "The traces of attempt {} at round {} are of no use: {}",
                began.attempt(),
                began.roundId(),
                why);
    }

    private static final Refusal START_NOT_KEPT =
            Refusal.conflict(
                    "start-not-kept",
                    "What this round began with is missing or cannot be read, so it cannot be run again as it was. If it was changed by hand since, run it again as it is now; else start a round of its own.");
}
