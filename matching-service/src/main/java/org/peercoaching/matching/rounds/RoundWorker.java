package org.peercoaching.matching.rounds;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Leases;
import org.peercoaching.kit.aggregate.Versioned;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on rounds in the background, one at a time: those started or published here at once, those
 * of a process that died when their lease has ended.
 */
final class RoundWorker implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RoundWorker.class);

    /** A lease that was not renewed twice is still held. */
    static final Duration RENEWS_EVERY = Leases.TERM.dividedBy(3);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final int AT_ONCE = 100;

    private final AggregateStore<Round> rounds;
    private final RoundComputation computation;
    private final RoundPublication publication;
    private final Leases leases;
    private final Duration renewEvery;
    private final ScheduledExecutorService worker = thread("rounds");
    private final ScheduledExecutorService renewal = thread("round-leases");
    private volatile @Nullable String held;

    /**
     * A worker.
     *
     * @param renewEvery how often it holds on to the lease of what it works on, however long that
     *     takes: several times in {@link Leases#TERM}
     */
    RoundWorker(
            AggregateStore<Round> rounds,
            RoundComputation computation,
            RoundPublication publication,
            Leases leases,
            Duration renewEvery) {
        this.rounds = rounds;
        this.computation = computation;
        this.publication = publication;
        this.leases = leases;
        this.renewEvery = renewEvery;
    }

    private static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    void start() {
        long renew = renewEvery.toMillis();
        renewal.scheduleWithFixedDelay(this::renew, renew, renew, TimeUnit.MILLISECONDS);
        worker.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** There may be something to do. */
    void wake() {
        worker.execute(this::look);
    }

    private void look() {
        try {
            List<Class<? extends Stage>> stages =
                    List.of(Stage.Publishing.class, Stage.Computing.class);
            for (Class<? extends Stage> stage : stages) {
                rounds.findBy("stage.kind", stage.getSimpleName(), null, AT_ONCE)
                        .forEach(round -> workOn(round.id()));
            }
        } catch (MongoException e) {
            log.atWarn()
                    .addKeyValue("cause", e.getClass().getSimpleName())
                    .log("The store did not answer the worker on rounds; it looks again soon");
        } catch (Throwable e) {
            // Also errors: a timer never calls again what once threw.
            log.atError().setCause(e).log("The worker on rounds failed; it looks again soon");
        }
    }

    private void workOn(String roundId) {
        if (!leases.take(roundId)) {
            return;
        }
        held = roundId;
        try {
            advance(roundId);
        } catch (MongoException e) {
            throw e;
        } catch (Throwable e) {
            // Also errors: the other rounds must not wait for this one.
            log.atError().addKeyValue("round", roundId).setCause(e).log("Work on a round failed");
        } finally {
            held = null;
            leases.release(roundId);
        }
    }

    /** The round as it is now that the lease is held: it may have been finished before. */
    private void advance(String roundId) {
        Round round = rounds.find(roundId).map(Versioned::state).orElseThrow();
        switch (round.stage()) {
            case Stage.Computing computing -> computation.compute(roundId);
            case Stage.Publishing publishing ->
                    publication.publish(round, publishing, () -> leases.renew(roundId));
            case Stage.Computed computed -> {}
            case Stage.Failed failed -> {}
            case Stage.Published published -> {}
            case Stage.Discarded discarded -> {}
        }
    }

    private void renew() {
        String roundId = held;
        if (roundId == null) {
            return;
        }
        try {
            leases.renew(roundId);
        } catch (MongoException e) {
            log.atWarn()
                    .addKeyValue("cause", e.getClass().getSimpleName())
                    .log("A lease could not be renewed; it is tried again");
        } catch (Throwable e) {
            log.atError().setCause(e).log("The renewal of a lease failed; it is tried again");
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
        renewal.shutdownNow();
    }
}
