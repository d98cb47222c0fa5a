package org.peercoaching.analytics.program;

/** Wants to know of every new program. */
@FunctionalInterface
public interface ProgramWatch {

    /** A program was announced for the first time; after a stop perhaps once more. */
    void heardOf(Program program);
}
