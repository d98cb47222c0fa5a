package org.peercoaching.local.process;

import java.time.Instant;
import java.util.Optional;

/**
 * A process as it can be found again. The number alone would do harm: the system gives it to
 * another process later.
 *
 * @param pid the system's number
 * @param startedMillis when it started, milliseconds since the epoch; 0 where the system does not
 *     tell
 */
public record ProcessId(long pid, long startedMillis) {

    /** The system counts a start from its own: it moves with a clock that is set right. */
    private static final long TOLERANCE_MILLIS = 10_000;

    /** This very process. */
    public static ProcessId self() {
        return of(ProcessHandle.current());
    }

    /** The identity of a process that runs. */
    public static ProcessId of(ProcessHandle process) {
        return new ProcessId(process.pid(), startOf(process));
    }

    /** The process, if it still runs. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> Math.abs(startOf(process) - startedMillis) <= TOLERANCE_MILLIS);
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** Reads what {@link #toString()} wrote. */
    public static ProcessId parse(String text) {
        String[] parts = text.split("@", 2);
        return new ProcessId(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    @Override
    public String toString() {
        return pid + "@" + startedMillis;
    }
}
