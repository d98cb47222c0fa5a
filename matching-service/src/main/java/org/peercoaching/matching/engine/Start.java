package org.peercoaching.matching.engine;

/**
 * An earlier task and what its matching left behind, so that a task that differs little is solved
 * with little work. It decides where the search begins, not what counts: the matching is as good,
 * and proven as well, as without it, though of several that are equally good it may be another.
 * Whoever is new, has changed or has gone is no matter; where too much differs it is of no use.
 *
 * @param task as it was given; its own start is not looked at
 * @param traces of its matching
 */
public record Start(Task task, Traces traces) {}
