package org.peercoaching.feedback.tally;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.IntPredicate;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;

/**
 * A store whose client dies at a chosen write of the present thread, before or after it took
 * effect.
 */
@TestConfiguration(proxyBeanMethods = false)
public class KillableStore implements BeanPostProcessor {

    /** What a killed process would not have lived to see. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Whether the write takes effect before the death. */
    enum Moment {
        BEFORE_THE_WRITE,
        AFTER_THE_WRITE
    }

    private static final Set<String> WRITES =
            Set.of("insertOne", "updateOne", "deleteOne", "bulkWrite");

    private static final ThreadLocal<Plan> PLAN = new ThreadLocal<>();

    private static final class Plan {
        private final IntPredicate dies;
        private final Moment moment;
        private int writes;

        private Plan(IntPredicate dies, Moment moment) {
            this.dies = dies;
            this.moment = moment;
        }
    }

    /**
     * Runs something that may be killed.
     *
     * @param dies at which of its writes, counted from 1
     * @return whether it lived to its end
     */
    static boolean survives(Runnable work, IntPredicate dies, Moment moment) {
        PLAN.set(new Plan(dies, moment));
        try {
            work.run();
            return true;
        } catch (Killed e) {
            return false;
        } finally {
            PLAN.remove();
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof MongoDatabase database ? proxy(MongoDatabase.class, database) : bean;
    }

    private static <T> T proxy(Class<T> type, T target) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (self, method, arguments) -> {
                            Object result =
                                    WRITES.contains(method.getName())
                                            ? write(target, method, arguments)
                                            : call(target, method, arguments);
                            return result instanceof MongoCollection<?> collection
                                    ? proxy(MongoCollection.class, collection)
                                    : result;
                        }));
    }

    private static Object write(Object target, Method method, Object[] arguments) throws Throwable {
        Plan plan = PLAN.get();
        boolean dies = plan != null && plan.dies.test(++plan.writes);
        if (dies && plan.moment == Moment.BEFORE_THE_WRITE) {
            throw new Killed();
        }
        Object result = call(target, method, arguments);
        if (dies) {
            throw new Killed();
        }
        return result;
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
