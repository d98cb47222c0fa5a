package org.peercoaching.session;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
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
        private volatile boolean come;

        private Moment(int operationsUntil, Runnable happens) {
            this.operationsUntil = operationsUntil;
            this.happens = happens;
        }
    }

    /** A reaction's death to come. */
    public final class Death implements AutoCloseable {

        private final Set<String> ids;
        private final Moment moment;

        private Death(int n, Set<String> ids) {
            this.ids = ids;
            this.moment =
                    new Moment(
                            n,
                            () -> {
                                throw new Killed();
                            });
        }

        /** Whether it has come. */
        public boolean hasCome() {
            return moment.come;
        }

        /** It comes no more. */
        @Override
        public void close() {
            death.set(null);
        }
    }

    private final List<StoreOperation> seen = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable Death> death = new AtomicReference<>();
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

    /**
     * Lets the service's reaction to an event die just before its n-th operation on some documents;
     * the event then comes again, as it does to the next process.
     *
     * @param n from 1
     */
    public Death killReaction(int n, String... ids) {
        Death planned = new Death(n, Set.of(ids));
        death.set(planned);
        return planned;
    }

    /**
     * All that reactions asked of the store from their first operation on one of some documents to
     * the last: they follow each other in one thread.
     */
    public List<String> ofReactions(String... ids) {
        List<StoreOperation> all = seen.stream().filter(StoreOperation::isOfAReaction).toList();
        List<Integer> concerned =
                IntStream.range(0, all.size())
                        .filter(i -> Stream.of(ids).anyMatch(all.get(i)::concerns))
                        .boxed()
                        .toList();
        return concerned.isEmpty()
                ? List.of()
                : all.subList(concerned.getFirst(), concerned.getLast() + 1).stream()
                        .map(StoreOperation::toString)
                        .toList();
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
        List<StoreOperation> operations =
                StoreOperation.of(event.getCommandName(), command).toList();
        seen.addAll(operations);
        Moment planned = moment.get();
        if (planned != null && --planned.operationsUntil == 0) {
            moment.remove();
            comes(planned);
        }
        Death reactions = death.get();
        if (reactions != null
                && operations.stream().anyMatch(operation -> isIn(reactions, operation))
                && --reactions.moment.operationsUntil == 0) {
            death.set(null);
            comes(reactions.moment);
        }
    }

    private static boolean isIn(Death planned, StoreOperation operation) {
        return operation.isOfAReaction() && planned.ids.stream().anyMatch(operation::concerns);
    }

    private static void comes(Moment planned) {
        planned.come = true;
        planned.happens.run();
    }

    /** Puts the probe into the service's driver. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Installed {

        @Bean
        StoreProbe storeProbe() {
            return new StoreProbe();
        }

        /**
         * A process that was killed is followed by one that gets the same records again: here, by
         * the listener's error handling, which an error would stop for good.
         */
        @Bean
        static BeanPostProcessor nextProcess() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return name.equals("events") ? restarting((Consumer<?>) bean) : bean;
                }
            };
        }

        private static <T> Consumer<T> restarting(Consumer<T> listener) {
            return records -> {
                try {
                    listener.accept(records);
                } catch (Killed killed) {
                    throw new IllegalStateException("The process was killed", killed);
                }
            };
        }

        @Bean
        MongoClientSettingsBuilderCustomizer probed(StoreProbe probe) {
            return settings -> settings.addCommandListener(probe);
        }
    }
}
