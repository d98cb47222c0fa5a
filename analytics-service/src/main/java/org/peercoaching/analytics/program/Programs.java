package org.peercoaching.analytics.program;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.peercoaching.kit.mongo.Replica;
import org.springframework.stereotype.Component;

/** The programs that were announced. */
@Component
public class Programs {

    private static final String COLLECTION = "programs";

    private final Replica<Program> replica;
    private final MongoCollection<Document> documents;

    Programs(MongoDatabase database) {
        this.replica = Replica.open(database, COLLECTION, Program.class);
        this.documents = database.getCollection(COLLECTION);
    }

    /** A program: one read. */
    public Optional<Program> find(String id) {
        return replica.find(id);
    }

    /** All programs, by id. There are tens of them, not thousands. */
    public List<Program> all() {
        List<String> ids = new ArrayList<>();
        documents
                .find()
                .projection(new Document("_id", 1))
                .forEach(each -> ids.add(each.getString("_id")));
        return replica.findAll(ids);
    }

    boolean keep(Program program, long sequence) {
        return replica.keep(program.id(), sequence, program);
    }
}
