package org.peercoaching.matching;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Sees every operation on the store: who does it, and what. */
public final class StoreProbe implements CommandListener {

    private static final Set<String> COUNTED = Set.of("find", "insert", "update", "delete");

    private record Operation(String thread, String what) {}

    private final List<Operation> seen = new CopyOnWriteArrayList<>();

    /** Forgets what was seen. */
    public void forget() {
        seen.clear();
    }

    /**
     * What was seen of the threads whose name contains a text, as {@code find rounds}, in order.
     */
    public List<String> by(String thread) {
        return seen.stream()
                .filter(operation -> operation.thread().contains(thread))
                .map(Operation::what)
                .toList();
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        String command = event.getCommandName();
        if (!COUNTED.contains(command)) {
            return;
        }
        String collection = event.getCommand().getString(command).getValue();
        seen.add(new Operation(Thread.currentThread().getName(), command + " " + collection));
    }

    /** Puts the probe into the service's driver. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Installed {

        @Bean
        StoreProbe storeProbe() {
            return new StoreProbe();
        }

        @Bean
        MongoClientSettingsBuilderCustomizer probed(StoreProbe probe) {
            return settings -> settings.addCommandListener(probe);
        }
    }
}
