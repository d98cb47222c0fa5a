package org.peercoaching.store;

/** How changes reach the file before an answer that shows them is given. */
interface Durability extends AutoCloseable {

    /** For a store in memory: there is nothing to wait for. */
    Durability NONE =
            new Durability() {
                @Override
                public void changed() {}

                @Override
                public void awaitCommitted() {}

                @Override
                public void close() {}
            };

    /** Called after each change of a map, by the thread that made it. */
    void changed();

    /**
     * Waits until every change announced so far is in the file.
     *
     * @throws de.bwaldvogel.mongo.exception.MongoServerException if it cannot be written, for
     *     example because the disk is full
     */
    void awaitCommitted();

    @Override
    void close();
}
