package org.peercoaching.analytics.release;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.peercoaching.analytics.cell.CellKey;
import org.peercoaching.analytics.cell.Family;
import org.peercoaching.analytics.privacy.Daily;
import org.peercoaching.analytics.program.Tree;
import org.peercoaching.analytics.store.TotalsReader;

/**
 * The days of one family for every unit of a program, each with all units below it.
 *
 * @param program the whole program's
 * @param byUnit those of the units, without the root
 */
public record UnitDays(Daily program, Map<String, Daily> byUnit) {

    /** Reads them. */
    public static UnitDays read(
            TotalsReader totals,
            Family family,
            String program,
            Set<String> units,
            LocalDate first,
            LocalDate last) {
        Set<String> wanted = new HashSet<>(units);
        if (family.countsSeats()) {
            wanted.add(CellKey.UNCUT);
        }
        Map<String, Daily> own = totals.daily(family, program, wanted, first, last);
        Map<String, Daily> byUnit = new HashMap<>();
        for (String unit : Tree.withAncestors(units)) {
            byUnit.put(unit, sum(own, units, unit));
        }
        Daily whole =
                family.countsSeats()
                        ? own.getOrDefault(CellKey.UNCUT, Daily.NONE)
                        : sum(own, units, Tree.ROOT);
        return new UnitDays(whole, byUnit);
    }

    /** Reads the whole program's only. */
    public static Daily whole(
            TotalsReader totals,
            Family family,
            String program,
            Set<String> units,
            LocalDate first,
            LocalDate last) {
        Set<String> wanted = family.countsSeats() ? Set.of(CellKey.UNCUT) : units;
        return Daily.sum(totals.daily(family, program, wanted, first, last).values());
    }

    private static Daily sum(Map<String, Daily> own, Collection<String> units, String subtree) {
        return Daily.sum(
                units.stream()
                        .filter(unit -> Tree.isWithin(unit, subtree))
                        .map(unit -> own.getOrDefault(unit, Daily.NONE))
                        .toList());
    }
}
