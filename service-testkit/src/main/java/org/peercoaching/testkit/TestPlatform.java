package org.peercoaching.testkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.pollinterval.IterativePollInterval;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Points a service at this JVM's broker, store and issuer; each application context has a database
 * of its own, and a consumer group: a context that another class left behind would otherwise take
 * events that the running one waits for, and put them into its own database.
 */
public final class TestPlatform
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The organization secret of all tests. */
    public static final String ORGANIZATION_SECRET = "organization-secret-of-the-tests-0123456789";

    private static final Duration FIRST_LOOK = Duration.ofMillis(5);
    private static final Duration LATER_LOOKS = Duration.ofMillis(100);

    static {
        // What tests wait for comes within milliseconds, and there are thousands of such waits.
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(
                IterativePollInterval.iterative(TestPlatform::next, FIRST_LOOK));
    }

    private static Duration next(Duration last) {
        Duration twice = last.multipliedBy(2);
        return twice.compareTo(LATER_LOOKS) < 0 ? twice : LATER_LOOKS;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String name =
                context.getEnvironment().getProperty("spring.application.name", "service")
                        + "-"
                        + UUID.randomUUID().toString().substring(0, 8);
        TestPropertyValues.of(
                        "spring.mongodb.uri=" + TestStore.uri(name),
                        "spring.cloud.stream.bindings.events-in-0.group=" + name,
                        "coaching.kafka.brokers=" + TestBroker.brokers(),
                        "coaching.security.issuer=" + TestIssuer.uri(),
                        "coaching.security.organization-secret=" + ORGANIZATION_SECRET,
                        "coaching.encryption.master-key=bWFzdGVyLWtleS1vZi10aGUtdGVzdHMtMDEyMzQ1Njc=",
                        "business-clock.file=" + Path.of("target", "no-such-clock-file"),
                        "management.endpoint.businessclock.access=unrestricted",
                        "logging.structured.format.console=")
                .applyTo(context);
    }
}
