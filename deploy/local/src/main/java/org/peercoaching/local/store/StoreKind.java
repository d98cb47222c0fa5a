package org.peercoaching.local.store;

/** The kinds of store that can hold a platform's data. */
public enum StoreKind {
    /** The MongoDB that {@code MONGODB_URI} names. */
    GIVEN("in the MongoDB that MONGODB_URI named"),

    /** MongoDB in a container, its data in a volume. */
    DOCKER("in MongoDB in Docker"),

    /** MongoDB's protocol inside the launcher, its data in the data directory. */
    EMBEDDED("in the embedded store"),

    /** The embedded store without a file: for measuring, what it holds ends with the launcher. */
    MEMORY("in memory");

    private final String where;

    StoreKind(String where) {
        this.where = where;
    }

    /** Where the data is, within a sentence. */
    String where() {
        return where;
    }

    /** Whether it listens on a port of the platform's own. */
    public boolean isStartedHere() {
        return this != GIVEN;
    }
}
