package org.peercoaching.kit.aggregate;

/**
 * An aggregate as it is stored.
 *
 * @param id its id
 * @param version grows by one with every change; the ETag of its resource
 * @param state its state
 */
public record Versioned<S>(String id, long version, S state) {}
