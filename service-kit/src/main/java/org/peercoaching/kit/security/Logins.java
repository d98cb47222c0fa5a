package org.peercoaching.kit.security;

import static org.peercoaching.kit.consume.Reactions.reactions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.peercoaching.events.ParticipantEvent;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.kit.consume.Handled;
import org.peercoaching.kit.consume.Reactions;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.kit.mongo.Replica;

/**
 * Which person a login key names, learnt from the directory's events.
 *
 * <p>A key names everybody who ever had it, and each person names their present key: whatever order
 * the events of two people come in when a login passes from one to the other, the answer ends
 * right. Known answers are cached and dropped by their events; unknown keys are asked for each
 * time, so that a person just announced is let in at once.
 */
final class Logins {

    /** A person of the directory. Public, as the record codec wants states. */
    public record Person(String participantId, String loginKey, boolean active) {}

    private static final Refusal HAS_LEFT =
            Refusal.forbidden(
                    "has-left",
                    "The directory says that you have left the organization. Ask whoever manages it if that is wrong.");

    private final MongoCollection<Document> holders;
    private final Replica<Person> people;
    private final Cache<String, String> known =
            Caffeine.newBuilder()
                    .maximumSize(100_000)
                    .expireAfterWrite(Duration.ofMinutes(1))
                    .build();

    Logins(MongoDatabase database) {
        this.holders = database.getCollection("login-holders");
        this.people = Replica.open(database, "login-people", Person.class);
    }

    /**
     * The active person of a login key; empty where nobody is known to have it yet.
     *
     * @throws RefusedException with 403 where its person has left
     */
    Optional<String> participant(String loginKey) {
        String cached = known.getIfPresent(loginKey);
        if (cached != null) {
            return Optional.of(cached);
        }
        List<Person> present =
                people.findAll(everHeldBy(loginKey)).stream()
                        .filter(person -> person.loginKey().equals(loginKey))
                        .toList();
        Optional<String> found =
                present.stream().filter(Person::active).map(Person::participantId).findFirst();
        if (found.isEmpty() && !present.isEmpty()) {
            throw new RefusedException(HAS_LEFT);
        }
        found.ifPresent(person -> known.put(loginKey, person));
        return found;
    }

    private List<String> everHeldBy(String loginKey) {
        Document key = holders.find(Filters.eq("_id", loginKey)).first();
        return key == null ? List.of() : key.getList("people", String.class);
    }

    Reactions reactionsToDirectory() {
        return reactions().on(ParticipantEvent.class, this::onParticipant).build();
    }

    private Handled onParticipant(PublishedEvent published, ParticipantEvent event) {
        ParticipantEvent.Participant person = event.participant();
        boolean active = person.status() == ParticipantEvent.Status.ACTIVE;
        holders.updateOne(
                Filters.eq("_id", person.loginKey()),
                Updates.addToSet("people", person.participantId()),
                new UpdateOptions().upsert(true));
        boolean news =
                people.keep(
                        person.participantId(),
                        published.sequence(),
                        new Person(person.participantId(), person.loginKey(), active));
        known.asMap().values().removeIf(person.participantId()::equals);
        return Handled.news(news);
    }
}
