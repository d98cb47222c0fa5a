package org.peercoaching.testkit;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Records the round trips to the store, as "command collection", for tests that count them. */
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

    private final List<String> operations = new CopyOnWriteArrayList<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        String command = event.getCommandName();
        if (COUNTED.contains(command)) {
            operations.add(command + " " + event.getCommand().getString(command).getValue());
        }
    }

    /** Forgets what was recorded. */
    public void clear() {
        operations.clear();
    }

    /** All operations since the last clear. */
    public List<String> all() {
        return List.copyOf(operations);
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
}
