package org.peercoaching.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A process that is started again when it dies, until it is stopped. */
public final class KeptProcess {

    private static final Logger log = LoggerFactory.getLogger(KeptProcess.class);

    private final Command command;
    private final Runnable onChange;
    private final Backoff backoff = new Backoff();

    private @Nullable Process process;
    private long startedNanos;
    private int restarts;
    private boolean stopping;

    /**
     * Starts the process.
     *
     * @param onChange told each time another process takes over
     * @throws UncheckedIOException if there is no such program
     */
    public static KeptProcess start(Command command, Runnable onChange) {
        KeptProcess kept = new KeptProcess(command, onChange);
        kept.launch();
        onChange.run();
        return kept;
    }

    private KeptProcess(Command command, Runnable onChange) {
        this.command = command;
        this.onChange = onChange;
    }

    private void launch() {
        synchronized (this) {
            if (stopping) {
                return;
            }
            ProcessBuilder builder =
                    new ProcessBuilder(command.shieldedLine())
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.appendTo(command.log().toFile()));
            builder.environment().putAll(command.environment());
            try {
                startedNanos = System.nanoTime();
                process = builder.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            process.onExit().thenAccept(this::died);
        }
    }

    private synchronized void died(Process dead) {
        if (stopping) {
            return;
        }
        log.warn("{} ended with status {}", command.name(), dead.exitValue());
        relaunchLater();
    }

    private synchronized void relaunchLater() {
        Duration delay = backoff.afterLifeOf(Duration.ofNanos(System.nanoTime() - startedNanos));
        restarts++;
        log.warn("{} is started again in {} s", command.name(), delay.toSeconds());
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::relaunch);
    }

    private void relaunch() {
        try {
            launch();
        } catch (UncheckedIOException e) {
            log.error("{} could not be started", command.name(), e);
            relaunchLater();
            return;
        }
        try {
            onChange.run();
        } catch (RuntimeException e) {
            log.error("nobody could be told that {} was started again", command.name(), e);
        }
    }

    /** What the operator calls it. */
    public String name() {
        return command.name();
    }

    /** The process that runs, or ran last. */
    public synchronized ProcessHandle handle() {
        return Objects.requireNonNull(process).toHandle();
    }

    /** How often it has been started again, or tried to. */
    public synchronized int restarts() {
        return restarts;
    }

    /** Asks it to end and waits; what has not ended by then is killed. */
    public void stop(Duration patience) {
        Process last;
        synchronized (this) {
            stopping = true;
            last = Objects.requireNonNull(process);
        }
        last.destroy();
        try {
            if (!last.waitFor(patience)) {
                log.warn(
                        "{} did not end within {} s and is killed",
                        command.name(),
                        patience.toSeconds());
                last.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            last.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
