package org.peercoaching.participant.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.CoachingEvent;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfileChanged;
import org.peercoaching.events.ParticipantEvent.ParticipantChanged;
import org.peercoaching.events.ParticipantEvent.ParticipantRegistered;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.Topics;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Claims;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.kit.aggregate.Outcome;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.participant.directory.Person.Standing;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.StoreKill;
import org.peercoaching.testkit.TopicReader;
import org.springframework.context.annotation.Import;

/** Wherever a change of one person breaks off, the same request once more completes it. */
@ServiceTest
@Import(StoreKill.Installed.class)
class KilledChangeTest {

    private final DirectoryWriter writer;
    private final AggregateStore<Profile> profiles;
    private final Claims claims;
    private final MongoDatabase database;
    private final StoreKill kill;

    KilledChangeTest(
            DirectoryWriter writer,
            AggregateStore<Profile> profiles,
            Claims claims,
            MongoDatabase database,
            StoreKill kill) {
        this.writer = writer;
        this.profiles = profiles;
        this.claims = claims;
        this.database = database;
        this.kill = kill;
    }

    @Test
    void aPersonAndTheirProfileAreWrittenOnce() {
        int deaths = 0;
        boolean killed = true;
        for (int operation = 1; killed; operation++) {
            String id = Ids.random();
            killed = kill.before(operation, () -> become(id, "login-" + id, "hr-" + id, 5));
            become(id, "login-" + id, "hr-" + id, 5);
            deaths += killed ? 1 : 0;
            await().untilAsserted(() -> {
                assertThat(announced(Topics.PARTICIPANTS.name(), id))
                        .hasExactlyElementsOfTypes(ParticipantRegistered.class);
                assertThat(announced(Topics.MATCHING_PROFILES.name(), id))
                        .hasExactlyElementsOfTypes(MatchingProfileChanged.class);
            });
            assertThat(claims.holder("login:login-" + id)).contains(id);
            assertThat(claims.holder("external-id:hr-" + id)).contains(id);
        }
        assertThat(deaths).isGreaterThan(5);
    }

    @Test
    void whatWasGivenUpIsFreeAndWhatWasTakenIsHeld() {
        int deaths = 0;
        boolean killed = true;
        for (int operation = 1; killed; operation++) {
            String id = Ids.random();
            become(id, "old-" + id, "hr-old-" + id, 5);
            killed = kill.before(operation, () -> become(id, "new-" + id, "hr-new-" + id, 6));
            become(id, "new-" + id, "hr-new-" + id, 6);
            deaths += killed ? 1 : 0;
            assertThat(profiles.find(id).orElseThrow().state().told().level()).isEqualTo(6);
            await().untilAsserted(() ->
                    assertThat(announced(Topics.PARTICIPANTS.name(), id))
                            .hasExactlyElementsOfTypes(
                                    ParticipantRegistered.class, ParticipantChanged.class));
            String other = Ids.random();
            assertThat(outcome(other, "new-" + id, "hr-" + other, 5))
                    .isInstanceOf(Outcome.Refused.class);
            // Once whoever claimed something must have been written.
            database.getCollection("claims")
                    .updateMany(
                            new Document(),
                            Updates.set("at", Date.from(Instant.now().minusSeconds(61))));
            become(other, "old-" + id, "hr-old-" + id, 5);
        }
        assertThat(deaths).isGreaterThan(7);
    }

    private void become(String id, String login, String externalId, int level) {
        outcome(id, login, externalId, level).orThrow();
    }

    private Outcome<Person> outcome(String id, String login, String externalId, int level) {
        Person person =
                new Person(
                        id,
                        externalId,
                        login,
                        Ids.derived("key", login).replace("-", "").repeat(2),
                        Name.of("Example"),
                        "somebody@example.org",
                        new Work("/engineering", null, level, "Europe/Berlin", List.of("de")),
                        Standing.ACTIVE);
        return writer.become(id, Trigger.internal(), known -> Decision.accepted(person));
    }

    /** Repeats of the same event left out. */
    private static List<CoachingEvent> announced(String topic, String id) {
        return TopicReader.events(topic, id).stream()
                .map(PublishedEvent::event)
                .distinct()
                .toList();
    }
}
