package org.peercoaching.analytics.projection;

import java.util.Set;
import org.peercoaching.analytics.fact.Fact;

/**
 * A fact as it is kept.
 *
 * @param id its key as text
 * @param revision its version, counted up with every write; 0 where nothing is stored
 * @param touched the ids, without shards, of all cells it ever counted in
 */
public record StoredFact(String id, long revision, Fact fact, Set<String> touched) {}
