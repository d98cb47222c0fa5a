package org.peercoaching.kit.sample;

import org.peercoaching.testkit.TestPlatform;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A sample service of a test's own, to be ill-treated and stopped. It hears no events. */
final class OwnService implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    /**
     * Starts it.
     *
     * @param store the connection string of its database
     */
    OwnService(String store) {
        context =
                new SpringApplicationBuilder(SampleService.class)
                        .initializers(
                                new TestPlatform(),
                                started ->
                                        TestPropertyValues.of(
                                                        "server.port=0",
                                                        "spring.mongodb.uri=" + store,
                                                        "spring.cloud.stream.bindings.events-in-0.consumer.auto-startup=false")
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
