package org.peercoaching.local.store;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * MongoDB in Docker as a replica set of one. Its data is in a named volume, so that it outlives the
 * container. Both bear the platform's id: what other data directories have in Docker is never
 * touched.
 *
 * @param docker the command line's program
 * @param id of the platform
 * @param port on the loopback interface
 */
record DockerMongo(String docker, String id, int port) {

    private static final Logger log = LoggerFactory.getLogger(DockerMongo.class);

    private static final String IMAGE = "mongo:8";

    /** Also right for a replica set that an earlier run has initiated. */
    private static final String INITIATE =
            "try { rs.status() } catch (e) { rs.initiate({_id: 'rs0', members: [{_id: 0, host: 'localhost:27017'}]}) }"
                    + " while (!db.hello().isWritablePrimary) { sleep(100) }";

    private static final int ATTEMPTS = 60;
    private static final long COMMAND_SECONDS = 60;
    private static final long DOWNLOAD_SECONDS = 600;

    /** The container's name, and the volume's. */
    String name() {
        return "peer-coaching-store-" + id;
    }

    /** Whether a Docker daemon answers. */
    boolean available() throws InterruptedException {
        try {
            return run(5, "info").succeeded();
        } catch (IOException noDocker) {
            log.debug("there is no docker command", noDocker);
            return false;
        }
    }

    void start() throws IOException, InterruptedException {
        run(COMMAND_SECONDS, "rm", "--force", name());
        String address = "127.0.0.1:" + port + ":27017";
        String volume = name() + ":/data/db";
        require(
                run(
                        DOWNLOAD_SECONDS,
                        "run",
                        "--detach",
                        "--name",
                        name(),
                        "--publish",
                        address,
                        "--volume",
                        volume,
                        IMAGE,
                        "--replSet",
                        "rs0"));
        Outcome initiated = initiate();
        for (int attempt = 1; !initiated.succeeded() && attempt < ATTEMPTS; attempt++) {
            TimeUnit.SECONDS.sleep(1);
            initiated = initiate();
        }
        require(initiated);
    }

    private Outcome initiate() throws IOException, InterruptedException {
        return run(COMMAND_SECONDS, "exec", name(), "mongosh", "--quiet", "--eval", INITIATE);
    }

    /** Direct: the set knows its member by the container's own address. */
    String uri(String database) {
        return "mongodb://localhost:%d/%s?directConnection=true".formatted(port, database);
    }

    void stop() {
        try {
            require(run(COMMAND_SECONDS, "stop", name()));
        } catch (IOException e) {
            log.warn("the container {} could not be stopped", name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Throws its data away. */
    void reset() throws IOException, InterruptedException {
        require(run(COMMAND_SECONDS, "rm", "--force", name()));
        require(run(COMMAND_SECONDS, "volume", "rm", "--force", name()));
    }

    private record Outcome(boolean succeeded, String output) {}

    private Outcome run(long seconds, String... arguments)
            throws IOException, InterruptedException {
        List<String> line = Stream.concat(Stream.of(docker), Stream.of(arguments)).toList();
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        CompletableFuture<String> output =
                CompletableFuture.supplyAsync(
                        () -> process.inputReader().lines().collect(Collectors.joining("\n")));
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return new Outcome(
                    false, String.join(" ", line) + " did not end within " + seconds + " s");
        }
        return new Outcome(process.exitValue() == 0, output.join());
    }

    private static void require(Outcome outcome) throws IOException {
        if (!outcome.succeeded()) {
            throw new IOException("Docker refused: " + outcome.output());
        }
    }
}
