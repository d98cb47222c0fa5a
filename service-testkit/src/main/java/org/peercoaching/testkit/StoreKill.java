package org.peercoaching.testkit;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Lets the work of a thread end just before its n-th operation on the store, as a kill would.
 * Import {@link Installed} where it is needed.
 */
public final class StoreKill implements CommandListener {

    /** The end of a process: nothing that catches exceptions stops it. */
    private static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    private final ThreadLocal<@Nullable Integer> left = new ThreadLocal<>();

    private StoreKill() {}

    /**
     * Does work that dies just before its n-th operation.
     *
     * @param n from 1
     * @return whether it died; false where fewer operations were enough
     */
    public boolean before(int n, Runnable work) {
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
        if (until == null || !Operations.COUNTED.contains(event.getCommandName())) {
            return;
        }
        left.set(until - 1);
        if (until == 1) {
            throw new Killed();
        }
    }

    /** Puts it into the service's driver. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Installed {

        @Bean
        StoreKill storeKill() {
            return new StoreKill();
        }

        @Bean
        MongoClientSettingsBuilderCustomizer killing(StoreKill kill) {
            return settings -> settings.addCommandListener(kill);
        }
    }
}
