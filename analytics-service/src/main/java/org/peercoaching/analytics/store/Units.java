package org.peercoaching.analytics.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** The org units in which something was counted, by program. They only ever grow. */
@Component
public class Units {

    private final MongoCollection<Document> collection;
    private final Map<String, Set<String>> written = new ConcurrentHashMap<>();

    Units(MongoDatabase database) {
        this.collection = database.getCollection("units");
    }

    /** Adds units to a program's: one write if any of them is new to this process, else none. */
    void know(String program, Set<String> units) {
        Set<String> already =
                written.computeIfAbsent(program, key -> ConcurrentHashMap.newKeySet());
        if (!already.containsAll(units)) {
            collection.updateOne(
                    Filters.eq("_id", program),
                    Updates.addEachToSet("units", List.copyOf(units)),
                    new UpdateOptions().upsert(true));
            already.addAll(units);
        }
    }

    /** The units of a program, in order: one read. */
    public Set<String> of(String program) {
        Document document = collection.find(Filters.eq("_id", program)).first();
        return document == null ? Set.of() : new TreeSet<>(document.getList("units", String.class));
    }
}
