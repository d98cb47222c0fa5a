package org.peercoaching.analytics.cell;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What one fact adds to all cells: a map that is filled row by row. */
public final class Rows {

    /** The mark of a set of people who begin to count on the day. */
    public static final String IN = "+";

    /** The mark of a set of people who cease to count on the day. */
    public static final String OUT = "-";

    private final Map<CellKey, Values> values = new LinkedHashMap<>();

    /**
     * Adds to a cell.
     *
     * @param amount added to the count
     * @param people united with the set
     */
    public Rows add(CellKey cell, String count, long amount, String set, Collection<Long> people) {
        Values there =
                values.computeIfAbsent(cell, key -> new Values(new HashMap<>(), new HashMap<>()));
        there.counts().merge(count, amount, Long::sum);
        there.people().computeIfAbsent(set, key -> new HashSet<>()).addAll(people);
        return this;
    }

    /** Adds a subject that begins or ceases to count on the day. */
    public Rows change(
            CellKey cell, String name, long amount, boolean begins, Collection<Long> people) {
        return add(cell, name, begins ? amount : -amount, name + (begins ? IN : OUT), people);
    }

    /** The rows by cell. */
    public Map<CellKey, Values> byCell() {
        return values;
    }

    /** What it adds to a cell. */
    public Values in(CellKey cell) {
        return values.getOrDefault(cell, Values.NONE);
    }

    /** The cells to which this and others add differently. */
    public Set<CellKey> differentFrom(Rows others) {
        Set<CellKey> different = new HashSet<>(values.keySet());
        different.addAll(others.values.keySet());
        different.removeIf(cell -> Objects.equals(in(cell), others.in(cell)));
        return different;
    }
}
