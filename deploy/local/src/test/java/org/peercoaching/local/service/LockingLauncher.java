package org.peercoaching.local.service;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Stands in another launcher's place: it begins to prepare a tree, and does not end. */
final class LockingLauncher {

    static final String LOCKED = "locked";

    private LockingLauncher() {}

    /** Called with the tree. */
    public static void main(String[] arguments) throws Exception {
        try (Closeable lock = StartCache.lockPreparation(Path.of(arguments[0]), () -> {})) {
            System.out.println(LOCKED);
            new CountDownLatch(1).await();
        }
    }
}
