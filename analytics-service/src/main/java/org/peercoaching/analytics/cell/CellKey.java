package org.peercoaching.analytics.cell;

import java.time.LocalDate;

/**
 * What a cell counts.
 *
 * @param unit the org unit at enrollment, without the units below it; or {@link #UNCUT}
 */
public record CellKey(Family family, String program, String unit, LocalDate day) {

    /** The unit of cells in which a subject counts once, whatever units its members belong to. */
    public static final String UNCUT = "*";

    private static final String DIVIDER = "|";

    /** The id of the cell, without its shard. */
    public String id() {
        return String.join(DIVIDER, family.word(), program, unit, day.toString());
    }

    /** The id of one document of a cell. */
    public static String shard(String id, int shard) {
        return id + DIVIDER + shard;
    }
}
