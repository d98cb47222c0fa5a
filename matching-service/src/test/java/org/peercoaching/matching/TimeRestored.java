package org.peercoaching.matching;

import java.time.Duration;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.peercoaching.kit.time.BusinessClock;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * After each test business time is as far from the machine's as before: other tests of the same
 * service read the same clock.
 */
public final class TimeRestored implements BeforeEachCallback, AfterEachCallback {

    private static final ExtensionContext.Namespace OURS =
            ExtensionContext.Namespace.create(TimeRestored.class);

    @Override
    public void beforeEach(ExtensionContext test) {
        test.getStore(OURS).put(BusinessClock.class, clock(test).offset());
    }

    @Override
    public void afterEach(ExtensionContext test) {
        clock(test).move(test.getStore(OURS).get(BusinessClock.class, Duration.class));
    }

    private static BusinessClock clock(ExtensionContext test) {
        return SpringExtension.getApplicationContext(test).getBean(BusinessClock.class);
    }
}
