package org.peercoaching.events;

/**
 * A Kafka topic of the contract. Its records are kept without limit.
 *
 * @param name such as {@code coaching.sessions.v1}
 * @param access who may read it
 * @param compacted whether only the last record of a key is kept, and a null value means that it
 *     was erased
 */
public record Topic(String name, Access access, boolean compacted) {

    /** How many partitions every topic has. */
    public static final int PARTITIONS = 12;

    /** Who may read a topic. */
    public enum Access {
        /** Any system of the organization. */
        INTERNAL,
        /** Named readers only. */
        RESTRICTED
    }
}
