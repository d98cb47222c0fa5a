package org.peercoaching.local;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.peercoaching.local.data.DataDirectory;
import org.peercoaching.local.data.RunningPlatform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops the platform from another terminal; what a killed launcher left running, too. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stops everything; the data stays.")
final class DownCommand implements Callable<Integer> {

    private static final long PATIENCE_SECONDS = 90;

    @Mixin Place place = new Place();

    @Override
    public Integer call() throws Exception {
        DataDirectory data = place.dataDirectory();
        Optional<RunningPlatform> noted = RunningPlatform.noted(data);
        if (noted.isEmpty()) {
            System.out.println("It does not run.");
            return 0;
        }
        Optional<ProcessHandle> launcher = noted.get().launcher().find();
        if (launcher.isPresent()) {
            end(launcher.get());
        }
        Leftovers.end(data);
        System.out.println("Stopped. The data is in " + data.root() + ".");
        return 0;
    }

    private static void end(ProcessHandle launcher)
            throws ExecutionException, InterruptedException {
        launcher.destroy();
        try {
            launcher.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "It was told to stop and has not within %d s: wait and try again, or end process %d by force and then try again."
                            .formatted(PATIENCE_SECONDS, launcher.pid()),
                    e);
        }
    }
}
