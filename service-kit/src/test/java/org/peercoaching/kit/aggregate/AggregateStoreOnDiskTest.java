package org.peercoaching.kit.aggregate;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.peercoaching.store.EmbeddedStore;

/** The same of the embedded store on disk, where the local platform keeps its data. */
class AggregateStoreOnDiskTest extends AggregateStoreTest {

    @TempDir static Path directory;

    private static EmbeddedStore store;

    @BeforeAll
    static void open() {
        store = EmbeddedStore.onDisk(directory.resolve("store.mv"));
        System.out.println("Store of the aggregates' second suite: embedded, on disk");
    }

    @AfterAll
    static void shut() {
        store.close();
    }

    @Override
    House house() {
        return new House(store::uri);
    }
}
