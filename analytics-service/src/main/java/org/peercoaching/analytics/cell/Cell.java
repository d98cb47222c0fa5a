package org.peercoaching.analytics.cell;

import java.util.HashMap;
import java.util.Map;

/**
 * One document of a cell. One that was full once stays full, so a fact is found in the first shard
 * that took it.
 *
 * @param id with the shard
 * @param version counted up with every write; 0 where nothing is stored
 * @param contributions by fact
 */
public record Cell(String id, long version, Map<String, Contribution> contributions) {

    /** So many facts at most contribute to one document; then another shard takes over. */
    public static final int CAPACITY = 2_000;

    /** The document before anything was stored. */
    public static Cell empty(String id) {
        return new Cell(id, 0, Map.of());
    }

    /** Those of some contributions that are newer than what is here. */
    public Map<String, Contribution> newer(Map<String, Contribution> sent) {
        Map<String, Contribution> newer = new HashMap<>(sent);
        newer.entrySet()
                .removeIf(each -> {
                    Contribution here = contributions.get(each.getKey());
                    return here != null && here.revision() >= each.getValue().revision();
                });
        return newer;
    }

    /** The document with newer contributions, one version on. */
    public Cell with(Map<String, Contribution> newer) {
        Map<String, Contribution> all = new HashMap<>(contributions);
        all.putAll(newer);
        return new Cell(id, version + 1, all);
    }

    /** What the contributions add up to. */
    public Totals totals() {
        return Totals.of(contributions.values());
    }
}
