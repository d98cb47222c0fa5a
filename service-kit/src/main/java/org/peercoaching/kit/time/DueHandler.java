package org.peercoaching.kit.time;

import java.time.Instant;

/** Does one kind of work when its business time has come. */
public interface DueHandler {

    /** The kind of work, a word that never changes: it is stored. */
    String kind();

    /**
     * Does the work. It may be called again for the same work, by any instance, and late: the
     * aggregate decides whether there is still something to do. Work whose aggregate is not there
     * may be early, not void: throw, so that it is tried again.
     *
     * @param id the aggregate
     * @param at when it was due
     */
    void due(String id, Instant at);
}
