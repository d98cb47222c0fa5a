package org.peercoaching.matching.engine;

/** Hears how far a matcher has come. */
@FunctionalInterface
public interface Progress {

    /**
     * So much is done.
     *
     * @param percent 0 to 100, never going back
     */
    void reached(int percent);
}
