package org.peercoaching.matching.people;

import static org.peercoaching.kit.consume.Reactions.reactions;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.peercoaching.events.EnrollmentEvent;
import org.peercoaching.events.MatchingProfileEvent;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfile;
import org.peercoaching.events.Member;
import org.peercoaching.events.ParticipantEvent;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.RelationshipEvent;
import org.peercoaching.events.RelationshipEvent.Relationship;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.AggregateStores;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.consume.Handled;
import org.peercoaching.kit.consume.Reactions;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.mongo.Replica;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store of people, and what fills it. */
@Configuration(proxyBeanMethods = false)
class PeopleConfiguration {

    @Bean
    AggregateStore<Person> personStore(AggregateStores stores) {
        return stores.of("candidates", Person.class)
                .indexed("candidateIn")
                .upcast(person ->
                        person.append("gaveUp", new BsonArray())
                                .append("leftOut", new BsonDocument())
                                .append("vetoes", new BsonArray()))
                .open();
    }

    @Bean
    Replica<MatchingProfile> profiles(MongoDatabase database) {
        return Replica.open(database, "profiles", MatchingProfile.class);
    }

    @Bean
    People people(AggregateStore<Person> store, Replica<MatchingProfile> profiles) {
        return new People(store, profiles);
    }

    @Bean
    Reactions peopleReactions(AggregateStore<Person> people, Replica<MatchingProfile> profiles) {
        return reactions()
                .on(
                        ParticipantEvent.class,
                        (published, event) ->
                                change(
                                        people,
                                        event.participant().participantId(),
                                        published,
                                        person -> person.directory(hasLeft(event))))
                .on(
                        MatchingProfileEvent.class,
                        (published, event) ->
                                Handled.news(
                                        profiles.keep(
                                                published.aggregateId(),
                                                published.sequence(),
                                                event.profile())))
                .on(
                        EnrollmentEvent.class,
                        (published, event) ->
                                change(
                                        people,
                                        event.enrollment().participantId(),
                                        published,
                                        person -> person.enrolled(event.enrollment())))
                .on(
                        RelationshipEvent.class,
                        (published, event) -> tie(people, published, event.relationship()))
                .build();
    }

    private static boolean hasLeft(ParticipantEvent event) {
        return event.participant().status() == ParticipantEvent.Status.LEFT;
    }

    /** Each member's document remembers the relationship's sequence for itself. */
    private static Handled tie(
            AggregateStore<Person> people, PublishedEvent published, Relationship relationship) {
        return relationship.members().stream()
                .map(Member::participantId)
                .map(member ->
                        change(
                                people,
                                member,
                                published,
                                person ->
                                        person.tied(
                                                relationship.matchId(),
                                                tieOf(member, relationship))))
                .reduce(Handled.IGNORED, Handled::and);
    }

    private static Person.Tie tieOf(String participantId, Relationship relationship) {
        List<String> partners =
                relationship.members().stream()
                        .map(Member::participantId)
                        .filter(id -> !id.equals(participantId))
                        .toList();
        return new Person.Tie(
                relationship.programId(),
                partners,
                relationship.startedAt(),
                relationship.endedAt());
    }

    private static Handled change(
            AggregateStore<Person> people,
            String participantId,
            PublishedEvent published,
            UnaryOperator<Person> change) {
        return Handled.of(
                people.handle(
                        participantId,
                        Trigger.of(published),
                        state ->
                                Decision.accepted(
                                        change.apply(
                                                state.orElseGet(
                                                        () -> Person.unknown(participantId))))));
    }
}
