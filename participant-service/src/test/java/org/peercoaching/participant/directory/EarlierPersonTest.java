package org.peercoaching.participant.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.participant.directory.Person.Standing;
import org.peercoaching.testkit.ServiceTest;

/** What an earlier release wrote is read by this one, and written anew by what is said next. */
@ServiceTest
class EarlierPersonTest {

    private final MongoDatabase database;
    private final AggregateStore<Person> participants;
    private final DirectoryWriter writer;

    EarlierPersonTest(
            MongoDatabase database, AggregateStore<Person> participants, DirectoryWriter writer) {
        this.database = database;
        this.participants = participants;
        this.writer = writer;
    }

    @Test
    void aPersonWhoseNameAndUnitWereTextsIsTheSamePerson() {
        String id = Ids.random();
        database.getCollection("participants", BsonDocument.class)
                .insertOne(
                        BsonDocument.parse(
                                """
                                {"_id": "%1$s", "v": {"$numberLong": "3"}, "sv": 1,
                                 "seq": {"$numberLong": "1"}, "outbox": [], "commands": [], "seen": {},
                                 "state": {"participantId": "%1$s", "externalId": "hr-%1$s",
                                  "login": "login-%1$s", "loginKey": "%2$s", "name": "Example",
                                  "email": "somebody@example.org", "unit": "/engineering",
                                  "status": "LEFT"}}
                                """
                                        .formatted(id, "a".repeat(64))));

        Person person = participants.find(id).orElseThrow().state();

        assertThat(person.name()).isEqualTo(Name.of("Example"));
        assertThat(person.work()).isEqualTo(new Work("/engineering", null, null, null, List.of()));
        assertThat(person.standing()).isEqualTo(Standing.LEFT);
        assertThat(person.created()).isNull();
        Entry again = Entries.of(id, "login-" + id);
        assertThat(writer.write(again, writer.before(List.of(again))))
                .isInstanceOf(Written.Refused.class);
    }
}
