package org.peercoaching.testkit;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Records the round trips to the store, as "command collection", and who makes them, for tests that
 * count them. A bulk write is one. Import {@link Installed} where it is needed.
 */
public final class Operations implements CommandListener {

    static final Set<String> COUNTED =
            Set.of(
                    "find",
                    "insert",
                    "update",
                    "delete",
                    "aggregate",
                    "count",
                    "findAndModify",
                    "getMore",
                    "distinct");

    /** Threads that look at the store now and then, whatever is asked of the service. */
    private static final Set<String> TIMERS = Set.of("sweeper", "due-work");

    private static final String REQUESTS = "tomcat-handler";
    private static final String EVENTS = "-C-";

    /** What is kept in memory for a minute, and asked for again then, by whoever comes first. */
    private static final Set<String> CACHED =
            Set.of("login-holders", "login-people", "author-keys");

    private record Operation(String thread, String command, String collection) {

        @Override
        public String toString() {
            return command + " " + collection;
        }
    }

    private final List<Operation> operations = new CopyOnWriteArrayList<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        String command = event.getCommandName();
        if (COUNTED.contains(command)) {
            // A getMore names its cursor first.
            String named = command.equals("getMore") ? "collection" : command;
            operations.add(
                    new Operation(
                            Thread.currentThread().getName(),
                            command,
                            event.getCommand().getString(named).getValue()));
        }
    }

    /** Forgets what was recorded. */
    public void clear() {
        operations.clear();
    }

    /** All operations since the last clear, in order; those of the timers apart. */
    public List<String> all() {
        return those(operation -> !TIMERS.contains(operation.thread()));
    }

    /** The operations of the threads whose name contains a text. */
    public List<String> by(String thread) {
        return those(operation -> operation.thread().contains(thread));
    }

    /** What requests over HTTP asked of the store, what is cached apart. */
    public List<String> ofRequests() {
        return those(operation ->
                operation.thread().startsWith(REQUESTS)
                        && !CACHED.contains(operation.collection()));
    }

    /** What events that came in asked of the store. */
    public List<String> ofEvents() {
        return by(EVENTS);
    }

    /** The operations up to and with the first of a command. */
    public List<String> before(String command) {
        List<String> seen = all();
        for (int i = 0; i < seen.size(); i++) {
            if (seen.get(i).startsWith(command + " ")) {
                return seen.subList(0, i + 1);
            }
        }
        return seen;
    }

    private List<String> those(Predicate<Operation> wanted) {
        return operations.stream().filter(wanted).map(Operation::toString).toList();
    }

    /** Puts it into the service's driver. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Installed {

        @Bean
        Operations operations() {
            return new Operations();
        }

        @Bean
        MongoClientSettingsBuilderCustomizer counting(Operations operations) {
            return settings -> settings.addCommandListener(operations);
        }
    }
}
