package org.peercoaching.analytics.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.peercoaching.analytics.cell.Cell;
import org.peercoaching.analytics.cell.CellKey;
import org.peercoaching.analytics.cell.Family;
import org.peercoaching.analytics.cell.Totals;
import org.peercoaching.analytics.privacy.Daily;
import org.springframework.stereotype.Component;

/** Reads the totals of cells: what a question costs does not grow with the facts behind them. */
@Component
public class TotalsReader {

    /** Ids that one query asks for. */
    private static final int AT_ONCE = 1_000;

    private final MongoCollection<BsonDocument> cells;

    TotalsReader(MongoDatabase database) {
        this.cells = database.getCollection("cells", BsonDocument.class);
    }

    private record Found(Totals totals, boolean isFull) {}

    /** The days of some units of a program, each without the units below it. */
    public Map<String, Daily> daily(
            Family family,
            String program,
            Collection<String> units,
            LocalDate first,
            LocalDate last) {
        Map<String, CellKey> open = new HashMap<>();
        for (String unit : units) {
            for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                CellKey key = new CellKey(family, program, unit, day);
                open.put(key.id(), key);
            }
        }
        Map<CellKey, List<Totals>> parts = new HashMap<>();
        for (int shard = 0; !open.isEmpty(); shard++) {
            open = readShard(open, shard, parts);
        }
        Map<String, SortedMap<LocalDate, Totals>> days = new HashMap<>();
        units.forEach(unit -> days.put(unit, new TreeMap<>()));
        parts.forEach((key, totals) ->
                days.computeIfAbsent(key.unit(), unit -> new TreeMap<>())
                        .put(key.day(), Totals.sum(totals)));
        Map<String, Daily> daily = new HashMap<>();
        days.forEach((unit, totals) -> daily.put(unit, new Daily(totals)));
        return daily;
    }

    /** Reads one shard of each cell; answers with the cells that go on in another. */
    private Map<String, CellKey> readShard(
            Map<String, CellKey> open, int shard, Map<CellKey, List<Totals>> parts) {
        Map<String, Found> found =
                find(open.keySet().stream().map(id -> CellKey.shard(id, shard)).toList());
        Map<String, CellKey> next = new HashMap<>();
        open.forEach((id, key) -> {
            Found document = found.get(CellKey.shard(id, shard));
            if (document != null) {
                parts.computeIfAbsent(key, each -> new ArrayList<>()).add(document.totals());
                if (document.isFull()) {
                    next.put(id, key);
                }
            }
        });
        return next;
    }

    private Map<String, Found> find(List<String> ids) {
        Map<String, Found> found = new HashMap<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            for (BsonDocument document :
                    cells.find(Filters.in("_id", some))
                            .projection(
                                    Projections.include(
                                            CellDocuments.TOTALS, CellDocuments.CONTRIBUTORS))) {
                boolean isFull =
                        document.getNumber(CellDocuments.CONTRIBUTORS).intValue() >= Cell.CAPACITY;
                found.put(
                        document.getString("_id").getValue(),
                        new Found(
                                PeopleCodec.decode(document.getDocument(CellDocuments.TOTALS)),
                                isFull));
            }
        }
        return found;
    }
}
