package org.peercoaching.analytics.privacy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/**
 * What a figure is about, as far as a stranger could take it apart: pairs of a person and a slot.
 * In what happened in a period the slot is the day; in what is the case at an instant it is the day
 * since which the person counts as they do. Where a figure tells of several sets of people, the set
 * is part of the slot. Immutable.
 *
 * @param slots people by slot; no slot is empty
 */
public record Elements(Map<String, Roaring64Bitmap> slots) {

    /** None. */
    public static final Elements NONE = new Elements(Map.of());

    private static final String DIVIDER = "@";

    /** The slot of a day in a set of people. */
    static String slot(String set, LocalDate day) {
        return set + DIVIDER + day;
    }

    /** Whether a slot is one of a set of people. */
    static boolean isOf(String set, String slot) {
        return slot.startsWith(set + DIVIDER);
    }

    /** The elements of each set of people that has any. */
    Collection<Elements> bySet() {
        Map<String, Map<String, Roaring64Bitmap>> sets = new TreeMap<>();
        slots.forEach((slot, people) ->
                sets.computeIfAbsent(slot.split(DIVIDER, 2)[0], key -> new TreeMap<>())
                        .put(slot, people));
        return sets.values().stream().map(Elements::new).toList();
    }

    /** All elements of several. */
    public static Elements union(Collection<Elements> all) {
        Map<String, Roaring64Bitmap> union = new TreeMap<>();
        for (Elements each : all) {
            each.slots.forEach((slot, people) ->
                    union.computeIfAbsent(slot, key -> new Roaring64Bitmap()).or(people));
        }
        return new Elements(union);
    }

    Elements and(Elements other) {
        Map<String, Roaring64Bitmap> both = new TreeMap<>();
        slots.forEach((slot, people) -> {
            Roaring64Bitmap others = other.slots.get(slot);
            if (others != null) {
                put(both, slot, Roaring64Bitmap.and(people, others));
            }
        });
        return new Elements(both);
    }

    Elements minus(Elements other) {
        Map<String, Roaring64Bitmap> left = new TreeMap<>();
        slots.forEach((slot, people) -> {
            Roaring64Bitmap others = other.slots.get(slot);
            put(left, slot, others == null ? people : Roaring64Bitmap.andNot(people, others));
        });
        return new Elements(left);
    }

    private static void put(
            Map<String, Roaring64Bitmap> slots, String slot, Roaring64Bitmap people) {
        if (!people.isEmpty()) {
            slots.put(slot, people);
        }
    }

    boolean isEmpty() {
        return slots.isEmpty();
    }

    /** How many distinct people are among them. */
    public long people() {
        if (slots.size() == 1) {
            return slots.values().iterator().next().getLongCardinality();
        }
        Roaring64Bitmap distinct = new Roaring64Bitmap();
        slots.values().forEach(distinct::or);
        return distinct.getLongCardinality();
    }
}
