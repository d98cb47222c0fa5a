package org.peercoaching.analytics.privacy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.peercoaching.analytics.cell.Rows;
import org.peercoaching.analytics.cell.Totals;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/**
 * What is the case, day after day: what counts, who counts, and since when as they do. It goes
 * through the days once, however many periods end on the way.
 */
final class Stock {

    private final List<String> sets;
    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, Roaring64Bitmap> slots = new TreeMap<>();

    Stock(List<String> sets) {
        this.sets = sets;
    }

    /** A day ends: a change moves a person to the slot of the day. */
    void after(LocalDate day, Totals changes) {
        changes.counts().forEach((name, change) -> counts.merge(name, change, Long::sum));
        for (String set : sets) {
            Roaring64Bitmap begun = changes.people(set + Rows.IN);
            Roaring64Bitmap changed = Roaring64Bitmap.or(begun, changes.people(set + Rows.OUT));
            // The bitmaps are shared with figures handed out, so they are replaced.
            slots.replaceAll((slot, people) ->
                    Elements.isOf(set, slot) && Roaring64Bitmap.intersects(people, changed)
                            ? Roaring64Bitmap.andNot(people, changed)
                            : people);
            if (!begun.isEmpty()) {
                slots.put(Elements.slot(set, day), begun);
            }
        }
        slots.values().removeIf(Roaring64Bitmap::isEmpty);
    }

    /** What counts now. */
    Totals totals() {
        return new Totals(Map.copyOf(counts), Map.of());
    }

    /** Who counts now, by set. */
    List<Elements> tells() {
        List<Elements> tells = new ArrayList<>();
        for (String set : sets) {
            Map<String, Roaring64Bitmap> own = new TreeMap<>(slots);
            own.keySet().removeIf(slot -> !Elements.isOf(set, slot));
            tells.add(new Elements(own));
        }
        return tells;
    }
}
