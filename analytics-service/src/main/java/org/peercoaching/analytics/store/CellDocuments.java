package org.peercoaching.analytics.store;

import static org.peercoaching.analytics.store.Guarded.VERSION;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.peercoaching.analytics.cell.Cell;
import org.peercoaching.analytics.cell.Contribution;
import org.peercoaching.analytics.cell.Values;
import org.peercoaching.analytics.projection.ReadModel.CellChange;

/**
 * Cells as documents: {@code {_id, v, schema, n, t, f}}: how many facts contribute, the totals, and
 * the contributions by fact. A write names the contributions that changed, not all.
 */
final class CellDocuments {

    static final String TOTALS = "t";
    static final String CONTRIBUTORS = "n";

    private static final String FACTS = "f";
    private static final String REVISION = "r";
    private static final String COUNTS = "c";
    private static final String PEOPLE = "p";
    private static final int SCHEMA = 1;
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private CellDocuments() {}

    static UpdateOneModel<BsonDocument> update(CellChange change) {
        Cell cell = change.cell();
        BsonDocument set =
                new BsonDocument(VERSION, new BsonInt64(cell.version()))
                        .append("schema", new BsonInt32(SCHEMA))
                        .append(CONTRIBUTORS, new BsonInt32(cell.contributions().size()))
                        .append(TOTALS, PeopleCodec.encode(cell.totals()));
        change.changed()
                .forEach((fact, contribution) ->
                        set.append(FACTS + "." + fact, encode(contribution)));
        return new UpdateOneModel<>(
                Guarded.guard(cell.id(), cell.version()), new BsonDocument("$set", set), UPSERT);
    }

    static Cell decode(BsonDocument document) {
        Map<String, Contribution> contributions = new HashMap<>();
        document.getDocument(FACTS)
                .forEach(
                        (fact, value) -> contributions.put(fact, contribution(value.asDocument())));
        return new Cell(
                document.getString("_id").getValue(),
                document.getNumber(VERSION).longValue(),
                contributions);
    }

    private static BsonDocument encode(Contribution contribution) {
        BsonDocument people = new BsonDocument();
        contribution
                .values()
                .people()
                .forEach((set, ids) ->
                        people.append(
                                set, new BsonArray(ids.stream().map(BsonInt64::new).toList())));
        return new BsonDocument(REVISION, new BsonInt64(contribution.revision()))
                .append(COUNTS, PeopleCodec.counts(contribution.values().counts()))
                .append(PEOPLE, people);
    }

    private static Contribution contribution(BsonDocument document) {
        Map<String, Long> counts = new HashMap<>();
        document.getDocument(COUNTS)
                .forEach((name, count) -> counts.put(name, count.asNumber().longValue()));
        Map<String, Set<Long>> people = new HashMap<>();
        document.getDocument(PEOPLE)
                .forEach((set, ids) -> {
                    Set<Long> some = new HashSet<>();
                    ids.asArray().forEach(id -> some.add(id.asNumber().longValue()));
                    people.put(set, some);
                });
        return new Contribution(
                document.getNumber(REVISION).longValue(), new Values(counts, people));
    }
}
