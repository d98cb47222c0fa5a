package org.peercoaching.analytics.cell;

import java.util.Map;
import java.util.Set;

/**
 * What one fact adds to one cell.
 *
 * @param counts whole numbers by measure; they add up
 * @param people by set: the first 64 bits of participant ids; sets unite
 */
public record Values(Map<String, Long> counts, Map<String, Set<Long>> people) {

    /** Nothing: what a fact leaves in a cell where it no longer counts. */
    public static final Values NONE = new Values(Map.of(), Map.of());
}
