package org.peercoaching.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.peercoaching.local.data.DataDirectory;
import org.peercoaching.local.demonstration.plan.Scenario;
import org.peercoaching.local.entrypoint.EntryPoint;
import org.peercoaching.local.service.Service;
import org.peercoaching.local.store.StoreChoice;

/**
 * One platform as it was asked for.
 *
 * @param tree root of the built tree
 * @param data what survives a stop
 * @param store holds the data
 * @param demonstration what a new data directory is filled with; empty for nothing
 */
record Settings(
        Path tree,
        DataDirectory data,
        Ports ports,
        StoreChoice store,
        Optional<Scenario> demonstration) {

    /**
     * Where things listen.
     *
     * @param broker the next one is its controller's
     * @param firstService the four next ones are the other services'
     */
    record Ports(int entryPoint, int broker, int store, int firstService) {}

    EntryPoint entryPoint() {
        return new EntryPoint(ports.entryPoint(), Service.addresses(ports.firstService()));
    }

    void requireBuiltServices() {
        for (Service service : Service.values()) {
            Path jar = service.jar(tree);
            if (!Files.exists(jar)) {
                throw new CannotStart(
                        "%s is missing: build the tree with ./mvnw package -DskipTests."
                                .formatted(jar));
            }
        }
    }

    void requireFreePorts() {
        CannotStart.unlessFree(ports.entryPoint(), "entry point", "--port");
        CannotStart.unlessFree(ports.broker(), "broker", "--broker-port");
        CannotStart.unlessFree(ports.broker() + 1, "broker's controller", "--broker-port");
        if (store.kind().isStartedHere()) {
            CannotStart.unlessFree(ports.store(), "store", "--store-port");
        }
        for (Service service : Service.values()) {
            CannotStart.unlessFree(
                    service.address(ports.firstService()).getPort(),
                    service.module(),
                    "--services-port");
        }
    }
}
