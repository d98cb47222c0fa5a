package org.peercoaching.local.service;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Stands in a service's place: its jar unpacks itself, and it can be trained. */
public final class TinyService {

    /** What becomes of a training. */
    static final String TRAINING = "TINY_SERVICE_TRAINING";

    static final String FAILS = "fails";
    static final String STOPS_HALFWAY = "stops halfway";

    private static final String CACHE_FLAG = "-XX:AOTCacheOutput=";

    private TinyService() {}

    /** Called as Spring Boot's tools and as the service. */
    public static void main(String[] arguments) throws Exception {
        if (List.of(arguments).contains("extract")) {
            Path jar = Path.of(System.getProperty("java.class.path"));
            Path destination = Files.createDirectories(Path.of(arguments[arguments.length - 1]));
            Files.copy(jar, destination.resolve(jar.getFileName()));
            return;
        }
        String training = System.getenv(TRAINING);
        if (FAILS.equals(training)) {
            System.exit(1);
        }
        if (STOPS_HALFWAY.equals(training)) {
            Files.writeString(cache(), "half of it");
            new CountDownLatch(1).await();
        }
    }

    private static Path cache() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith(CACHE_FLAG))
                .map(argument -> Path.of(argument.substring(CACHE_FLAG.length())))
                .findFirst()
                .orElseThrow();
    }
}
