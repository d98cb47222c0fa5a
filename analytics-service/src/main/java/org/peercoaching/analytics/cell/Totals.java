package org.peercoaching.analytics.cell;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/**
 * What contributions, or cells, add up to. Immutable by convention: nobody changes the maps or the
 * sets of one that was handed on.
 *
 * @param counts whole numbers by measure
 * @param people sets of the first 64 bits of participant ids
 */
public record Totals(Map<String, Long> counts, Map<String, Roaring64Bitmap> people) {

    /** Nothing. */
    public static final Totals NONE = new Totals(Map.of(), Map.of());

    /** What contributions add up to. */
    public static Totals of(Collection<Contribution> contributions) {
        Map<String, Long> counts = new TreeMap<>();
        Map<String, Roaring64Bitmap> people = new TreeMap<>();
        for (Contribution contribution : contributions) {
            contribution
                    .values()
                    .counts()
                    .forEach((name, count) -> counts.merge(name, count, Long::sum));
            contribution
                    .values()
                    .people()
                    .forEach((name, ids) -> {
                        Roaring64Bitmap set =
                                people.computeIfAbsent(name, key -> new Roaring64Bitmap());
                        ids.forEach(set::addLong);
                    });
        }
        return new Totals(counts, people);
    }

    /** What totals add up to. */
    public static Totals sum(Collection<Totals> all) {
        if (all.size() == 1) {
            return all.iterator().next();
        }
        Map<String, Long> counts = new TreeMap<>();
        Map<String, Roaring64Bitmap> people = new TreeMap<>();
        for (Totals each : all) {
            each.counts.forEach((name, count) -> counts.merge(name, count, Long::sum));
            each.people.forEach((name, set) ->
                    people.computeIfAbsent(name, key -> new Roaring64Bitmap()).or(set));
        }
        return new Totals(counts, people);
    }

    /** A count, 0 where there is none. */
    public long count(String name) {
        return counts.getOrDefault(name, 0L);
    }

    /** A set of people, empty where there is none; not to be changed. */
    public Roaring64Bitmap people(String name) {
        Roaring64Bitmap set = people.get(name);
        return set == null ? new Roaring64Bitmap() : set;
    }
}
