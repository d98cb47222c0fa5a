package org.peercoaching.local.demonstration.plan;

/**
 * Something that is done on a day.
 *
 * @param day of the {@link Timeline}
 * @param step what is done
 */
public record Planned<S>(int day, S step) {}
