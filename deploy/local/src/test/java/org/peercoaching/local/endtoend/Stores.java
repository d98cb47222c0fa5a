package org.peercoaching.local.endtoend;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;

/** The documents of the services, looked at from outside. */
public final class Stores {

    private Stores() {}

    /**
     * Aggregates of which the store has numbered more events, or fewer, than lie on their topic:
     * the last ones were lost, or were announced without having happened.
     *
     * @param store its address
     * @param databases one per service
     * @return the store's last sequence by aggregate
     */
    public static Map<String, Long> disagreeing(
            String store, Collection<String> databases, RawTopics topics) {
        Map<String, Set<Long>> announced = topics.lastSequences();
        Map<String, Long> disagreeing = new TreeMap<>();
        try (MongoClient client = MongoClients.create(store)) {
            for (String database : databases) {
                for (String name : client.getDatabase(database).listCollectionNames()) {
                    for (Document aggregate :
                            client.getDatabase(database)
                                    .getCollection(name)
                                    .find(Filters.exists("outbox"))) {
                        String id = aggregate.getString("_id");
                        long last = aggregate.getLong("seq");
                        if (last > 0 && !announced.getOrDefault(id, Set.of()).contains(last)) {
                            disagreeing.put(database + " " + name + " " + id, last);
                        }
                    }
                }
            }
        }
        return disagreeing;
    }
}
