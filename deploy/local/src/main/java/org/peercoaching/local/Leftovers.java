package org.peercoaching.local;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.peercoaching.local.data.DataDirectory;
import org.peercoaching.local.data.RunningPlatform;
import org.peercoaching.local.store.Stores;

/** What a killed launcher left running: services and broker, and then the store they use. */
final class Leftovers {

    /** A process that was just killed is there for a moment. */
    private static final long DYING_SECONDS = 2;

    /**
     * The store is gone with the launcher, so that services would wait for it in vain; what they
     * promised is in it already.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Leftovers() {}

    /**
     * Ends them if there is no launcher.
     *
     * @param complaint what is said if there is one
     */
    static void endUnlessItRuns(DataDirectory data, String complaint)
            throws IOException, InterruptedException {
        Optional<ProcessHandle> launcher =
                RunningPlatform.noted(data).flatMap(noted -> noted.launcher().find());
        if (launcher.isPresent() && !isDying(launcher.get())) {
            throw new CannotStart(complaint);
        }
        end(data);
    }

    private static boolean isDying(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(DYING_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException lives) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of a process cannot be awaited", e);
        }
    }

    static void end(DataDirectory data) throws IOException, InterruptedException {
        Optional<RunningPlatform> noted = RunningPlatform.noted(data);
        if (noted.isPresent()) {
            noted.get().endLeftovers(PATIENCE);
        }
        Stores.of(data).endLeftover();
        RunningPlatform.forget(data);
    }
}
