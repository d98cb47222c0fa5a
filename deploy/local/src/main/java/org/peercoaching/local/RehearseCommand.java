package org.peercoaching.local;

import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.peercoaching.local.broker.Broker;
import org.peercoaching.local.data.DataDirectory;
import org.peercoaching.local.data.Secrets;
import org.peercoaching.local.entrypoint.EntryPoint;
import org.peercoaching.local.service.Service;
import org.peercoaching.store.EmbeddedStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Starts what the launcher runs within itself, and ends. The JVM can keep the classes that this
 * took for the next start; nothing else is kept. Asks for no port by number, so that a platform may
 * run meanwhile.
 */
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Callable<Integer> {

    /** Nobody listens there. */
    private static final int NOBODY = 1;

    @Mixin Place place = new Place();

    @Override
    public Integer call() throws Exception {
        DataDirectory data = new DataDirectory(Files.createTempDirectory("rehearsal")).create();
        UpCommand.logTo(data.log("launcher"));
        WebPart web =
                new WebPart(
                        data,
                        new EntryPoint(0, Service.addresses(NOBODY)),
                        Secrets.in(data.secrets()),
                        new Broker(data.broker(), NOBODY, data.root()),
                        () -> "");
        try (EmbeddedStore store = EmbeddedStore.onDisk(data.store().resolve("store.mv"))) {
            web.start().close();
        } finally {
            data.delete();
        }
        return 0;
    }
}
