package org.peercoaching.local.clock;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.peercoaching.local.clock.Look.GroupLook;

/**
 * Moves the business clocks of all services together, and waits until what that set off has come to
 * rest.
 */
public final class BusinessClockSteps implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);

    private final ClockFile file;
    private final Map<String, ServiceManagement> services;
    private final Groups groups;
    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * The clocks of one platform.
     *
     * @param file where a service finds the offset when it starts
     * @param services address of each, by the name of its consumer group
     * @param operatorToken for the management calls
     * @param admin looks at the broker; stays the caller's
     */
    public BusinessClockSteps(
            Path file, Map<String, URI> services, Supplier<String> operatorToken, Admin admin) {
        this(file, services, operatorToken, new ConsumerGroups(admin, services.keySet())::look);
    }

    BusinessClockSteps(
            Path file, Map<String, URI> services, Supplier<String> operatorToken, Groups groups) {
        this.file = new ClockFile(file);
        this.services = new TreeMap<>();
        services.forEach((name, address) ->
                this.services.put(name, new ServiceManagement(http, address, operatorToken)));
        this.groups = groups;
    }

    /** The consumer groups at this moment. */
    interface Groups {
        Map<String, GroupLook> look() throws InterruptedException, ExecutionException;
    }

    /** How far business time is from the machine's; empty if it was never moved. */
    public Optional<Duration> offset() {
        return file.read();
    }

    /**
     * Moves all clocks and returns when all work due by then is stored, its events are published
     * and every service has read them. The offset is in the file first: a service that is restarted
     * in between starts with it.
     *
     * @param offset from the machine's time; negative in the past
     * @throws IllegalStateException if a service refuses, or if rest does not come within five
     *     minutes
     */
    public void moveTo(Duration offset) throws InterruptedException {
        file.write(offset);
        for (Map.Entry<String, ServiceManagement> service : services.entrySet()) {
            until(
                    () -> service.getValue().moveClock(offset),
                    () -> service.getKey() + " does not move its clock to " + offset);
        }
        awaitRest();
    }

    /** Returns when two looks in a row show the same rest. */
    public void awaitRest() throws InterruptedException {
        Watch watch = new Watch();
        until(watch::seesRest, () -> "events are still under way: " + watch.last);
    }

    private final class Watch {
        private Optional<Look> last = Optional.empty();

        boolean seesRest() throws InterruptedException {
            Optional<Look> now = look();
            boolean rest = now.isPresent() && now.get().atRest() && now.equals(last);
            last = now;
            return rest;
        }
    }

    private Optional<Look> look() throws InterruptedException {
        Map<String, Long> pending = new TreeMap<>();
        for (Map.Entry<String, ServiceManagement> service : services.entrySet()) {
            OptionalLong answer = service.getValue().outboxPending();
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            pending.put(service.getKey(), answer.getAsLong());
        }
        try {
            return Optional.of(new Look(pending, groups.look()));
        } catch (ExecutionException brokerAway) {
            return Optional.empty();
        }
    }

    private interface Condition {
        boolean holds() throws InterruptedException;
    }

    private static void until(Condition condition, Supplier<String> complaint)
            throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(complaint.get());
            }
            TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
