package org.peercoaching.feedback.exchange;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * Where a person finds what they are asked: one document per person with the ids of the exchanges
 * that may still wait for them. It holds the sessions of one window, so it stays small. An id is
 * written here before its exchange and taken out after the answer or the window's end; the exchange
 * alone says whether it still waits.
 */
@Component
final class OpenRequests {

    private static final String EXCHANGES = "exchanges";

    private final MongoCollection<Document> people;

    OpenRequests(MongoDatabase database) {
        this.people = database.getCollection("open-requests");
    }

    /** Lists an exchange for some people: one bulk write. */
    void add(Collection<String> participantIds, String exchangeId) {
        people.bulkWrite(
                participantIds.stream()
                        .map(person ->
                                new UpdateOneModel<Document>(
                                        Filters.eq("_id", person),
                                        Updates.addToSet(EXCHANGES, exchangeId),
                                        new UpdateOptions().upsert(true)))
                        .toList());
    }

    /**
     * Takes an exchange off some people's lists: one bulk write.
     *
     * @return whether it was still on one
     */
    boolean remove(Collection<String> participantIds, String exchangeId) {
        return people.bulkWrite(
                                participantIds.stream()
                                        .map(person ->
                                                new UpdateOneModel<Document>(
                                                        Filters.eq("_id", person),
                                                        Updates.pull(EXCHANGES, exchangeId)))
                                        .toList())
                        .getModifiedCount()
                > 0;
    }

    /** The exchanges listed for a person, by id: one read. */
    List<String> of(String participantId) {
        Document person = people.find(Filters.eq("_id", participantId)).first();
        return person == null
                ? List.of()
                : person.getList(EXCHANGES, String.class).stream().sorted().toList();
    }
}
