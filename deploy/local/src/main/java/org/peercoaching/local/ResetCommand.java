package org.peercoaching.local;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.peercoaching.local.data.DataDirectory;
import org.peercoaching.local.store.Stores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Throws the data of a stopped platform away. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = "Throws all data away; the next up begins anew.")
final class ResetCommand implements Callable<Integer> {

    @Mixin Place place = new Place();

    @Override
    public Integer call() throws Exception {
        DataDirectory data = place.dataDirectory();
        Leftovers.endUnlessItRuns(data, "It runs: stop it first with deploy/local/down.");
        Optional<String> stays = Stores.of(data).reset();
        data.delete();
        System.out.println(
                stays.map("All data is gone except %s: drop them there."::formatted)
                        .orElse("All data is gone."));
        return 0;
    }
}
