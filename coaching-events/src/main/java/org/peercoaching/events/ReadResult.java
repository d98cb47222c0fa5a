package org.peercoaching.events;

/** What a record on a topic turned out to be. */
public sealed interface ReadResult {

    /** An event of the contract. */
    record Read(PublishedEvent published) implements ReadResult {}

    /**
     * Well formed, but of a type or a major version this release does not know: skip and count it.
     *
     * @param type as its producer wrote it: any text, so no tag of a meter
     */
    record Unknown(String type) implements ReadResult {}

    /** The record of a compacted topic whose value was erased. */
    record Erased() implements ReadResult {}

    /**
     * Not an event.
     *
     * @param cause what is wrong, without any of the data
     */
    record Malformed(String cause) implements ReadResult {}
}
