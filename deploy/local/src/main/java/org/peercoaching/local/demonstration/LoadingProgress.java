package org.peercoaching.local.demonstration;

/** Hears how far the loading is. */
public interface LoadingProgress {

    /**
     * Something was done.
     *
     * @param what in a few words
     * @param done 0 to {@code total}
     * @param total above 0
     */
    void at(String what, int done, int total);
}
