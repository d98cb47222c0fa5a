package org.peercoaching.local.service;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The services, in the order of their ports. */
public enum Service {
    PARTICIPANT,
    MATCHING,
    SESSION,
    FEEDBACK,
    ANALYTICS;

    /** The name of its database, consumer group and API. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of its module and process. */
    public String module() {
        return id() + "-service";
    }

    /** Where it answers, given the first service's port. */
    public URI address(int firstPort) {
        return URI.create("http://localhost:" + port(firstPort));
    }

    /** Where each answers, by its id, given the first one's port. */
    public static Map<String, URI> addresses(int firstPort) {
        Map<String, URI> addresses = new LinkedHashMap<>();
        for (Service service : values()) {
            addresses.put(service.id(), service.address(firstPort));
        }
        return addresses;
    }

    int port(int firstPort) {
        return firstPort + ordinal();
    }

    /** Where the built tree has it. */
    public Path jar(Path tree) {
        return tree.resolve(module()).resolve("target").resolve(module() + ".jar");
    }
}
