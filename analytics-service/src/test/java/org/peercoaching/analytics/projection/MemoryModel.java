package org.peercoaching.analytics.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.peercoaching.analytics.cell.Cell;
import org.peercoaching.analytics.cell.Totals;

/**
 * A read model in memory, written document by document. A hook before each write lets a test stop
 * the writer there, or let somebody else be faster.
 */
public final class MemoryModel implements ReadModel {

    private final Map<String, StoredFact> facts = new HashMap<>();
    private final NavigableMap<String, Cell> cells = new TreeMap<>();
    private final Map<String, Set<String>> units = new TreeMap<>();
    private Runnable beforeWrite = () -> {};
    private int lostGuards;
    private int operations;

    /** What happens before each write. */
    public void beforeWrite(Runnable hook) {
        beforeWrite = hook;
    }

    /** How many guards were lost so far. */
    public int lostGuards() {
        return lostGuards;
    }

    /** How many reads and bulk writes there were so far. */
    public int operations() {
        return operations;
    }

    @Override
    public Map<String, StoredFact> facts(Collection<String> ids) {
        operations++;
        return some(facts, ids);
    }

    @Override
    public Set<String> saveFacts(Collection<StoredFact> changed) {
        operations++;
        Set<String> lost = new HashSet<>();
        for (StoredFact fact : changed) {
            beforeWrite.run();
            StoredFact stored = facts.get(fact.id());
            if ((stored == null ? 0 : stored.revision()) == fact.revision() - 1) {
                facts.put(fact.id(), fact);
            } else {
                lost.add(fact.id());
            }
        }
        lostGuards += lost.size();
        return lost;
    }

    @Override
    public void knowUnits(Map<String, Set<String>> known) {
        known.forEach((program, some) ->
                units.computeIfAbsent(program, key -> new HashSet<>()).addAll(some));
    }

    @Override
    public Map<String, Cell> cells(Collection<String> ids) {
        operations++;
        return some(cells, ids);
    }

    @Override
    public Set<String> saveCells(Collection<CellChange> changes) {
        operations++;
        Set<String> lost = new HashSet<>();
        for (CellChange change : changes) {
            beforeWrite.run();
            Cell cell = change.cell();
            Cell stored = cells.getOrDefault(cell.id(), Cell.empty(cell.id()));
            if (stored.version() == cell.version() - 1) {
                cells.put(cell.id(), cell);
            } else {
                lost.add(cell.id());
            }
        }
        lostGuards += lost.size();
        return lost;
    }

    /** What the cells whose ids begin with a text add up to. */
    public Totals totals(String beginning) {
        return Totals.sum(
                cells.subMap(beginning, beginning + Character.MAX_VALUE).values().stream()
                        .map(Cell::totals)
                        .toList());
    }

    /** All cells. */
    public Collection<Cell> all() {
        return cells.values();
    }

    private static <T> Map<String, T> some(Map<String, T> all, Collection<String> ids) {
        Map<String, T> some = new HashMap<>(all);
        some.keySet().retainAll(Set.copyOf(ids));
        return some;
    }
}
