package org.peercoaching.analytics.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.peercoaching.analytics.cell.Cell;
import org.peercoaching.analytics.cell.CellKey;
import org.peercoaching.analytics.cell.Contribution;
import org.peercoaching.analytics.projection.Folding.Folded;
import org.peercoaching.analytics.projection.ReadModel.CellChange;

/** Tells cells what facts now add to them. */
final class Telling {

    private final ReadModel model;

    Telling(ReadModel model) {
        this.model = model;
    }

    /**
     * Tells all cells. Returns when each has what was sent, or newer; a full document passes what
     * it cannot take to the next shard.
     */
    void tell(Collection<Folded> folded) {
        Map<String, Map<String, Contribution>> first = new HashMap<>();
        for (Folded each : folded) {
            each.sent()
                    .forEach((cell, contribution) ->
                            first.computeIfAbsent(cell, key -> new HashMap<>())
                                    .put(each.now().id(), contribution));
        }
        Map<String, Map<String, Contribution>> shard = first;
        for (int number = 0; !shard.isEmpty(); number++) {
            shard = tell(shard, number);
        }
    }

    /**
     * Tells one shard of each cell.
     *
     * @return what the shard had no room for
     */
    private Map<String, Map<String, Contribution>> tell(
            Map<String, Map<String, Contribution>> byCell, int shard) {
        Map<String, String> cellOf = new HashMap<>();
        byCell.keySet().forEach(cell -> cellOf.put(CellKey.shard(cell, shard), cell));
        Map<String, Map<String, Contribution>> overflow = new HashMap<>();
        Set<String> open = cellOf.keySet();
        while (!open.isEmpty()) {
            Map<String, Cell> stored = model.cells(open);
            List<CellChange> changes = new ArrayList<>();
            for (String id : open) {
                String cell = cellOf.getOrDefault(id, "");
                Map<String, Contribution> sent = byCell.getOrDefault(cell, Map.of());
                Taking taking = Taking.of(stored.getOrDefault(id, Cell.empty(id)), sent);
                overflow.put(cell, taking.refused());
                if (!taking.newer().isEmpty()) {
                    changes.add(new CellChange(taking.after(), taking.newer()));
                }
            }
            open = model.saveCells(changes);
        }
        overflow.values().removeIf(Map::isEmpty);
        return overflow;
    }

    /** What one document makes of what it is sent. */
    private record Taking(
            Cell after, Map<String, Contribution> newer, Map<String, Contribution> refused) {

        static Taking of(Cell before, Map<String, Contribution> sent) {
            Map<String, Contribution> newer = new HashMap<>();
            Map<String, Contribution> refused = new HashMap<>();
            int room = Cell.CAPACITY - before.contributions().size();
            for (var each : before.newer(sent).entrySet()) {
                boolean isHere = before.contributions().containsKey(each.getKey());
                if (isHere || room > 0) {
                    newer.put(each.getKey(), each.getValue());
                    room -= isHere ? 0 : 1;
                } else {
                    refused.put(each.getKey(), each.getValue());
                }
            }
            return new Taking(before.with(newer), newer, refused);
        }
    }
}
