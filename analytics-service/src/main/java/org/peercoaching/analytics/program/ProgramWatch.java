package org.peercoaching.analytics.program;

/** Wants to know of every program. */
@FunctionalInterface
public interface ProgramWatch {

    /** A program was announced, or announced again. */
    void heardOf(Program program);
}
