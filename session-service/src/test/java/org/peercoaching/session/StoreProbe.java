package org.peercoaching.session;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Sees every operation on its way to the store. It counts them by document, and lets something
 * happen just before the n-th of a thread.
 */
public final class StoreProbe implements CommandListener {

    /** The process ends before the store gets the operation. No catch for exceptions stops it. */
    private static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    private static final class Moment {
        private final Runnable happens;
        private int operationsUntil;
        private boolean come;

        private Moment(int operationsUntil, Runnable happens) {
            this.operationsUntil = operationsUntil;
            this.happens = happens;
        }
    }

    private final List<StoreOperation> seen = new CopyOnWriteArrayList<>();
    private final ThreadLocal<@Nullable Moment> moment = new ThreadLocal<>();

    /**
     * Does something, and something else just before its n-th operation.
     *
     * @param n from 1
     * @return whether there was an n-th operation
     */
    public boolean interrupt(Runnable work, int n, Runnable other) {
        Moment planned = new Moment(n, other);
        moment.set(planned);
        try {
            work.run();
        } finally {
            moment.remove();
        }
        return planned.come;
    }

    /**
     * Does something that dies just before its n-th operation.
     *
     * @return whether it died; false where it was done with fewer operations
     */
    public boolean kill(Runnable work, int n) {
        try {
            interrupt(
                    work,
                    n,
                    () -> {
                        throw new Killed();
                    });
            return false;
        } catch (Killed killed) {
            return true;
        }
    }

    /** Forgets what was seen. */
    public void forget() {
        seen.clear();
    }

    /** Reads of any of the documents. */
    public long reads(String... ids) {
        return count(StoreOperation.Kind.READ, ids);
    }

    /** Writes of any of the documents, those apart that take published events out. */
    public long writes(String... ids) {
        return count(StoreOperation.Kind.WRITE, ids);
    }

    /** Writes that take published events out of any of the documents. */
    public long clearings(String... ids) {
        return count(StoreOperation.Kind.CLEARING, ids);
    }

    private long count(StoreOperation.Kind kind, String... ids) {
        return seen.stream()
                .filter(operation -> operation.kind() == kind)
                .filter(operation -> Stream.of(ids).anyMatch(operation::concerns))
                .count();
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        // The driver's buffer is gone once the command is sent.
        BsonDocument command = BsonDocument.parse(event.getCommand().toJson());
        StoreOperation.of(event.getCommandName(), command).forEach(seen::add);
        Moment planned = moment.get();
        if (planned != null && --planned.operationsUntil == 0) {
            moment.remove();
            planned.come = true;
            planned.happens.run();
        }
    }

    /** Puts the probe into the service's driver. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Installed {

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
