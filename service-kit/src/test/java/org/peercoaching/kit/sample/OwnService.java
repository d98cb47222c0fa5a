package org.peercoaching.kit.sample;

import org.peercoaching.testkit.TestPlatform;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A sample service of a test's own, to be ill-treated and stopped. It hears no events unless the
 * test says so.
 */
final class OwnService implements AutoCloseable {

    /** Whether it hears events. */
    static final String HEARING = "spring.cloud.stream.bindings.events-in-0.consumer.auto-startup=";

    private final ConfigurableApplicationContext context;

    /**
     * Starts it.
     *
     * @param store the connection string of its database
     * @param settings more of them, which win
     */
    OwnService(String store, String... settings) {
        context =
                new SpringApplicationBuilder(SampleService.class)
                        .initializers(
                                new TestPlatform(),
                                started ->
                                        TestPropertyValues.of(
                                                        "server.port=0",
                                                        "spring.mongodb.uri=" + store,
                                                        HEARING + "false")
                                                .and(settings)
                                                .applyTo(started))
                        .run();
    }

    int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
