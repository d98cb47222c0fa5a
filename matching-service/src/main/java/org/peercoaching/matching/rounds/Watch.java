package org.peercoaching.matching.rounds;

import com.mongodb.MongoException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.aggregate.Outcome;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches a computation. Once a second it writes down how far that is, and learns from the answer
 * whether a manager cancelled it, or another process took it over: then it stops the engine.
 */
final class Watch implements Control, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** Percent of the work that is done when the candidates are found. */
    private static final int COLLECTED = 10;

    private static final int MATCHED = 75;

    /** Less is no ground to guess the rest by. */
    private static final int ENOUGH_TO_GUESS = 5;

    /** Changes the round that is watched. */
    interface Change {

        /** What became of a change. */
        Outcome<Round> of(Function<Round, Decision<Round>> decide);
    }

    private final Change change;
    private final int attempt;
    private final BusinessClock clock;
    private final Instant begun;
    private final long deadline;
    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("watch").daemon().factory());
    private volatile Reached reached = Reached.NOTHING;
    private volatile boolean cancelled;
    private volatile boolean overtaken;
    private Reached written = Reached.NOTHING;

    /**
     * Begins to watch.
     *
     * @param seconds after which the engine is stopped; null for no limit
     */
    Watch(Change change, int attempt, @Nullable Integer seconds, BusinessClock clock) {
        this.change = change;
        this.attempt = attempt;
        this.clock = clock;
        this.begun = clock.instant();
        this.deadline =
                seconds == null
                        ? Long.MAX_VALUE
                        : System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        looks.scheduleWithFixedDelay(
                this::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether a manager wanted what was found so far. */
    boolean cancelled() {
        return cancelled;
    }

    /** Whether another process computes the round now. */
    boolean overtaken() {
        return overtaken;
    }

    @Override
    public boolean goOn() {
        return !cancelled
                && !overtaken
                && (deadline == Long.MAX_VALUE || System.nanoTime() - deadline < 0);
    }

    @Override
    public void reached(Progress progress) {
        int percent = COLLECTED + progress.percent() * (MATCHED - COLLECTED) / 100;
        boolean found = progress.weight() > 0;
        boolean bounded = found && progress.bound() != Long.MAX_VALUE;
        at(
                Reached.Step.valueOf(progress.stage().name()),
                percent,
                found ? progress.weight() / 2 : null,
                bounded ? (progress.bound() - progress.weight() + 1) / 2 : null);
    }

    /** A step begins that the engine knows nothing of. */
    void begin(Reached.Step step, int percent) {
        at(step, percent, reached.best(), reached.gap());
    }

    private void at(Reached.Step step, int percent, @Nullable Long best, @Nullable Long gap) {
        reached = new Reached(step, percent, best, gap, expected(percent));
    }

    private @Nullable Instant expected(int percent) {
        if (percent < ENOUGH_TO_GUESS) {
            return null;
        }
        Duration soFar = Duration.between(begun, clock.instant());
        return begun.plus(soFar.multipliedBy(100).dividedBy(percent));
    }

    private void look() {
        try {
            Reached now = reached;
            Outcome<Round> outcome =
                    change.of(round ->
                            now.equals(written) ? unchanged(round) : round.progress(attempt, now));
            written = now;
            switch (outcome) {
                case Outcome.Applied<Round>(var round) ->
                        cancelled |=
                                round.state().stage() instanceof Stage.Computing computing
                                        && computing.cancelled();
                case Outcome.Repeated<Round> repeated -> {}
                case Outcome.Refused<Round>(var refusal) ->
                        overtaken |= refusal.equals(RoundRefusals.OVERTAKEN);
            }
        } catch (MongoException e) {
            log.atWarn()
                    .addKeyValue("cause", e.getClass().getSimpleName())
                    .log("Progress of a round could not be written; it is tried again");
        } catch (Throwable e) {
            log.atError().setCause(e).log("The watch over a round failed; it goes on");
        }
    }

    private Decision<Round> unchanged(Round round) {
        return round.stage() instanceof Stage.Computing computing && computing.attempt() == attempt
                ? Decision.accepted(round)
                : Decision.rejected(RoundRefusals.OVERTAKEN);
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
