package org.peercoaching.analytics.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.peercoaching.analytics.cell.Cell;
import org.peercoaching.analytics.projection.ReadModel;
import org.peercoaching.analytics.projection.StoredFact;
import org.springframework.stereotype.Component;

/** The read model in MongoDB. */
@Component
class MongoReadModel implements ReadModel {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<BsonDocument> facts;
    private final MongoCollection<BsonDocument> cells;
    private final FactDocuments factDocuments;
    private final Units units;

    MongoReadModel(MongoDatabase database, Units units) {
        this.facts = database.getCollection("facts", BsonDocument.class);
        this.cells = database.getCollection("cells", BsonDocument.class);
        this.factDocuments = new FactDocuments(database.getCodecRegistry());
        this.units = units;
    }

    @Override
    public Map<String, StoredFact> facts(Collection<String> ids) {
        Map<String, StoredFact> found = new HashMap<>();
        if (!ids.isEmpty()) {
            for (BsonDocument document : facts.find(Filters.in("_id", ids))) {
                StoredFact fact = factDocuments.decode(document);
                found.put(fact.id(), fact);
            }
        }
        return found;
    }

    @Override
    public Set<String> saveFacts(Collection<StoredFact> changed) {
        List<StoredFact> inOrder = List.copyOf(changed);
        return Guarded.write(
                facts,
                inOrder.stream()
                        .map(fact ->
                                new ReplaceOneModel<>(
                                        Guarded.guard(fact.id(), fact.revision()),
                                        factDocuments.encode(fact),
                                        UPSERT))
                        .toList(),
                inOrder.stream().map(StoredFact::id).toList());
    }

    @Override
    public void knowUnits(Map<String, Set<String>> known) {
        known.forEach(units::know);
    }

    @Override
    public Map<String, Cell> cells(Collection<String> ids) {
        Map<String, Cell> found = new HashMap<>();
        if (!ids.isEmpty()) {
            for (BsonDocument document : cells.find(Filters.in("_id", ids))) {
                Cell cell = CellDocuments.decode(document);
                found.put(cell.id(), cell);
            }
        }
        return found;
    }

    @Override
    public Set<String> saveCells(Collection<CellChange> changes) {
        List<CellChange> inOrder = List.copyOf(changes);
        return Guarded.write(
                cells,
                inOrder.stream().map(CellDocuments::update).toList(),
                inOrder.stream().map(change -> change.cell().id()).toList());
    }
}
