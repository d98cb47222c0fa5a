package org.peercoaching.store;

import java.nio.file.Path;

/**
 * A store on disk as a process of its own, so that a test can kill it: {@code StoreProcess <file>
 * <port>}. Says one line when it can be used.
 */
public final class StoreProcess {

    private StoreProcess() {}

    /** Runs until it is killed. */
    public static void main(String[] arguments) {
        EmbeddedStore store =
                EmbeddedStore.onDisk(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        System.out.println("listening on port " + store.port());
    }
}
