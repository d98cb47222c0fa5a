package org.peercoaching.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.peercoaching.local.store.LocalStore;

/** Why the platform cannot run here, or not any longer, and what to do about it, in one line. */
final class CannotStart extends RuntimeException {

    CannotStart(String message) {
        super(message);
    }

    static void unlessFree(int port, String what, String option) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            CannotStart failure =
                    new CannotStart(
                            "Port %d, wanted for the %s, is taken: end what uses it, or choose another with %s."
                                    .formatted(port, what, option));
            failure.initCause(taken);
            throw failure;
        }
    }

    static void unlessRoomIn(Path directory, long neededBytes) throws IOException {
        long free = Files.getFileStore(directory).getUsableSpace();
        if (free < neededBytes) {
            throw new CannotStart(
                    "The disk under %s is full: %d MB are free, %d MB are needed."
                            .formatted(directory, free >> 20, neededBytes >> 20));
        }
    }

    /**
     * For a store that was open: the embedded one closes itself when it cannot write.
     *
     * @param file where the embedded one keeps its data
     */
    static void unlessOpen(LocalStore store, Path file) {
        if (!store.isOpen()) {
            throw new CannotStart(
                    "The store could not write its file in %s and has closed itself: see that the disk has room and is whole, then start again."
                            .formatted(file));
        }
    }

    /** What people are told; the stack trace is in the launcher's log. */
    static String inOneLine(Throwable failure) {
        String message =
                failure.getMessage() == null
                        ? failure.getClass().getSimpleName()
                        : failure.getMessage();
        return message.lines().findFirst().orElse(message);
    }
}
