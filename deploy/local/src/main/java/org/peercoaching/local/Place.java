package org.peercoaching.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.peercoaching.local.data.DataDirectory;
import picocli.CommandLine.Option;

/** Which platform a command is about; the scripts say where the tree is. */
final class Place {

    @Option(names = "--tree", required = true, hidden = true)
    @SuppressWarnings("NullAway.Init") // picocli sets what is required
    Path tree;

    @Option(
            names = "--data",
            paramLabel = "DIRECTORY",
            description = "What survives a stop. Default: deploy/local/data")
    @Nullable Path data;

    DataDirectory dataDirectory() {
        return new DataDirectory(
                (data == null ? tree.resolve("deploy/local/data") : data)
                        .toAbsolutePath()
                        .normalize());
    }
}
