package org.peercoaching.kit.sample;

import static org.peercoaching.kit.consume.Reactions.reactions;

import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import org.peercoaching.events.GoalEvent;
import org.peercoaching.events.MatchingProfileEvent;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.AggregateStores;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.consume.Handled;
import org.peercoaching.kit.consume.Reactions;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.mongo.Replica;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** A service with two aggregates, their reactions and one replica. */
@SpringBootApplication
public class SampleService {

    /** The follower fails on a goal of so many steps. */
    static final int UNBEARABLE_STEPS = 13;

    /** What the replica keeps. */
    public record Level(int level) {}

    /** An aggregate that follows another: how often it heard of it, and what it heard last. */
    public record Follower(int heard, int progress) {}

    @Bean
    AggregateStore<SampleGoal> goals(AggregateStores stores) {
        return stores.of("goals", SampleGoal.class).indexed("owner").open();
    }

    @Bean
    AggregateStore<Follower> followers(AggregateStores stores) {
        return stores.of("followers", Follower.class).open();
    }

    @Bean
    Replica<Level> levels(MongoDatabase database) {
        return Replica.open(database, "levels", Level.class);
    }

    @Bean
    StoreTrouble storeTrouble() {
        return new StoreTrouble();
    }

    @Bean
    Reactions sampleReactions(
            AggregateStore<SampleGoal> goals,
            AggregateStore<Follower> followers,
            Replica<Level> levels,
            StoreTrouble trouble) {
        return reactions()
                .on(
                        GoalEvent.class,
                        (published, event) -> {
                            trouble.meet(published.id());
                            return follow(followers, published, event);
                        })
                .on(
                        MatchingProfileEvent.class,
                        (published, event) ->
                                Handled.news(
                                        levels.keep(
                                                published.aggregateId(),
                                                published.sequence(),
                                                new Level(event.profile().level()))))
                .on(
                        MatchingProfileEvent.class,
                        (published, event) ->
                                welcome(goals, published, event.profile().participantId()))
                .build();
    }

    /** The goal that whoever has a profile begins with. */
    static String firstGoalOf(String participantId) {
        return Ids.derived("first-goal", participantId);
    }

    private static Handled welcome(
            AggregateStore<SampleGoal> goals, PublishedEvent published, String participantId) {
        String id = firstGoalOf(participantId);
        return Handled.of(
                goals.handle(
                        id,
                        Trigger.of(published),
                        none -> SampleGoal.set(none, id, participantId, published.time())));
    }

    private static Handled follow(
            AggregateStore<Follower> followers, PublishedEvent published, GoalEvent event) {
        if (event.goal().steps() == UNBEARABLE_STEPS) {
            throw new IllegalArgumentException("thirteen steps are more than this reader can bear");
        }
        return Handled.of(
                followers.handle(
                        event.goal().goalId(),
                        Trigger.of(published),
                        state -> Decision.accepted(heardOf(state, event))));
    }

    private static Follower heardOf(Optional<Follower> state, GoalEvent event) {
        int heard = state.map(Follower::heard).orElse(0) + 1;
        return new Follower(heard, event.goal().progress());
    }
}
