package org.peercoaching.local.entrypoint;

import java.net.URI;
import java.util.Map;

/**
 * Where everything is reached from outside.
 *
 * @param port of the one origin
 * @param services the address of each service, by the name in its API's path
 */
public record EntryPoint(int port, Map<String, URI> services) {

    /** Such as {@code http://localhost:8080}. */
    public String origin() {
        return "http://localhost:" + port;
    }

    /** The issuer's address, which is also in its tokens. */
    public String issuer() {
        return origin() + "/auth";
    }
}
