package org.peercoaching.local.entrypoint;

/** What runs where at this moment, as text for a terminal. */
@FunctionalInterface
public interface StatusReport {

    /** The table. */
    String table();
}
