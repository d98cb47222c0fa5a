package org.peercoaching.matching.rounds;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.AggregateStores;
import org.peercoaching.kit.aggregate.Claims;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.kit.aggregate.Leases;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.kit.time.DueWork;
import org.peercoaching.matching.engine.Matcher;
import org.peercoaching.matching.engine.circles.CircleMatcher;
import org.peercoaching.matching.engine.pairs.PairMatcher;
import org.peercoaching.matching.matches.Outcomes;
import org.peercoaching.matching.matches.Proposal;
import org.peercoaching.matching.matches.Unmatched;
import org.peercoaching.matching.people.People;
import org.peercoaching.matching.policies.Policies;
import org.peercoaching.matching.programs.Programs;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Rounds, their store and their worker. */
@Configuration(proxyBeanMethods = false)
class RoundsConfiguration {

    @Bean
    AggregateStore<Round> roundStore(AggregateStores stores) {
        return stores.of("rounds", Round.class)
                .indexed("stage.kind")
                .indexed("keptDryRunOf")
                .indexedByTime("programId", "startedAt")
                .open();
    }

    @Bean
    Matcher matcher() {
        return new PairMatcher(Runtime.getRuntime().availableProcessors());
    }

    @Bean
    Engine.Circles circles() {
        return sizes -> new CircleMatcher(sizes, Runtime.getRuntime().availableProcessors());
    }

    @Bean
    Chunks<Proposal> proposedMatches(MongoDatabase database) {
        return new Chunks<>(database, "proposed-matches", Proposal.class);
    }

    @Bean
    Chunks<Unmatched> proposedUnmatched(MongoDatabase database) {
        return new Chunks<>(database, "proposed-unmatched", Unmatched.class);
    }

    @Bean
    Proposed proposed(
            MongoDatabase database, Chunks<Proposal> matches, Chunks<Unmatched> unmatched) {
        return new Proposed(
                matches,
                unmatched,
                new Chunks<>(database, "round-placements", Placement.class),
                new Chunks<>(database, "round-reports", Report.class),
                new Chunks<>(database, "round-traces", Trace.class),
                new Snapshots(database));
    }

    @Bean
    Engine engine(Matcher matcher, Engine.Circles circles) {
        return new Engine(matcher, circles, Runtime.getRuntime().availableProcessors());
    }

    @Bean
    RoundComputation roundComputation(
            AggregateStore<Round> rounds,
            People people,
            Policies policies,
            Programs programs,
            Engine engine,
            Proposed proposed,
            BusinessClock clock) {
        return new RoundComputation(
                rounds, new CandidateFinder(people), policies, programs, engine, proposed, clock);
    }

    @Bean
    RoundPublication roundPublication(
            AggregateStore<Round> rounds,
            Outcomes outcomes,
            Proposed proposed,
            Claims claims,
            Programs programs,
            Expiry expiry) {
        return new RoundPublication(rounds, outcomes, proposed, claims, programs, expiry);
    }

    @Bean
    Expiry expiry(
            Proposed proposed,
            DueWork work,
            @Value("${coaching.rounds-kept-after-program}") Duration kept) {
        return new Expiry(proposed, work, kept);
    }

    @Bean
    RoundItems roundItems(Proposed proposed, Outcomes outcomes) {
        return new RoundItems(proposed, outcomes);
    }

    @Bean
    RoundWorker roundWorker(
            AggregateStore<Round> rounds,
            RoundComputation computation,
            RoundPublication publication,
            MongoDatabase database) {
        return new RoundWorker(
                rounds,
                computation,
                publication,
                new Leases(database, Ids.random(), Clock.systemUTC()),
                RoundWorker.RENEWS_EVERY);
    }

    @Bean
    Rounds rounds(
            AggregateStore<Round> store,
            Programs programs,
            Claims claims,
            Proposed proposed,
            BusinessClock clock,
            RoundWorker worker) {
        return new Rounds(store, programs, claims, proposed, clock, worker);
    }

    @Bean
    ScheduledRounds scheduledRounds(Rounds rounds) {
        return new ScheduledRounds(rounds);
    }

    @Bean
    DryRuns dryRuns(
            AggregateStore<Round> store,
            Programs programs,
            Rounds rounds,
            Proposed proposed,
            BusinessClock clock,
            RoundWorker worker) {
        return new DryRuns(store, programs, rounds, proposed, clock, worker);
    }

    @Bean
    Reviews reviews(Rounds rounds, Proposed proposed, RoundWorker worker) {
        return new Reviews(rounds, proposed, worker);
    }

    @Bean
    Outlooks outlooks(Rounds rounds, Proposed proposed, Outcomes outcomes) {
        return new Outlooks(rounds, proposed, outcomes);
    }

    @Bean
    Comparisons comparisons(Rounds rounds, Proposed proposed) {
        return new Comparisons(rounds, proposed);
    }

    @Bean
    RoundWorkerStarter roundWorkerStarter(RoundWorker worker) {
        return new RoundWorkerStarter(worker);
    }

    /** Takes up what an earlier process left unfinished, once the service is ready. */
    record RoundWorkerStarter(RoundWorker worker) {

        @EventListener(ApplicationReadyEvent.class)
        void ready() {
            worker.start();
        }
    }
}
