package org.peercoaching.matching;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peercoaching.testkit.Operations;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Lets the work of a thread end just before its n-th operation on the store, as a kill would. */
public final class StoreProbe implements CommandListener {

    private static final Set<String> COUNTED = Set.of("find", "insert", "update", "delete");

    /** The end of a process: nothing that catches exceptions stops it. */
    private static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    private final ThreadLocal<@Nullable Integer> left = new ThreadLocal<>();

    /**
     * Does work that dies just before its n-th operation.
     *
     * @param n from 1
     * @return whether it died; false where fewer operations were enough
     */
    public boolean kill(int n, Runnable work) {
        left.set(n);
        try {
            work.run();
            return false;
        } catch (Killed killed) {
            return true;
        } finally {
            left.remove();
        }
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        Integer until = left.get();
        if (until == null || !COUNTED.contains(event.getCommandName())) {
            return;
        }
        left.set(until - 1);
        if (until == 1) {
            throw new Killed();
        }
    }

    /** Puts the probe, and the counting of operations, into the service's driver. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Installed {

        @Bean
        StoreProbe storeProbe() {
            return new StoreProbe();
        }

        @Bean
        Operations operations() {
            return new Operations();
        }

        @Bean
        MongoClientSettingsBuilderCustomizer probed(StoreProbe probe, Operations operations) {
            return settings -> settings.addCommandListener(operations).addCommandListener(probe);
        }
    }
}
