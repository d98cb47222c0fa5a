package org.peercoaching.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.peercoaching.local.data.DataDirectory;
import org.peercoaching.local.demonstration.plan.Scenario;
import org.peercoaching.local.entrypoint.EntryPoint;
import org.peercoaching.local.service.Service;

/**
 * One platform as it was asked for.
 *
 * @param tree root of the built tree
 * @param data what survives a stop
 * @param demonstration what a new data directory is filled with; empty for nothing
 */
record Settings(Path tree, DataDirectory data, Ports ports, Optional<Scenario> demonstration) {

    /**
     * Where things listen.
     *
     * @param broker the next one is its controller's
     * @param firstService the four next ones are the other services'
     */
    record Ports(int entryPoint, int broker, int store, int firstService) {}

    EntryPoint entryPoint() {
        Map<String, URI> services = new LinkedHashMap<>();
        Arrays.stream(Service.values())
                .forEach(service ->
                        services.put(service.id(), service.address(ports.firstService())));
        return new EntryPoint(ports.entryPoint(), services);
    }

    void requireFreePorts() {
        CannotStart.unlessFree(ports.entryPoint(), "entry point", "--port");
        CannotStart.unlessFree(ports.broker(), "broker", "--broker-port");
        CannotStart.unlessFree(ports.broker() + 1, "broker's controller", "--broker-port");
        CannotStart.unlessFree(ports.store(), "store", "--store-port");
        for (Service service : Service.builtIn(tree)) {
            CannotStart.unlessFree(
                    service.address(ports.firstService()).getPort(),
                    service.module(),
                    "--services-port");
        }
    }
}
