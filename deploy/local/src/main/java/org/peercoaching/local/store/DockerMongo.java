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
 * container.
 */
final class DockerMongo {

    private static final Logger log = LoggerFactory.getLogger(DockerMongo.class);

    private static final String NAME = "peer-coaching-store";
    private static final String IMAGE = "mongo:8";

    /** Also answers a replica set that has been initiated by an earlier run. */
    private static final String INITIATE =
            "try { rs.status() } catch (e) { rs.initiate({_id: 'rs0', members: [{_id: 0, host: 'localhost:27017'}]}) }"
                    + " while (!db.hello().isWritablePrimary) { sleep(100) }";

    private static final int ATTEMPTS = 60;

    private final int port;

    DockerMongo(int port) {
        this.port = port;
    }

    /** Whether a Docker daemon answers. */
    static boolean available() throws InterruptedException {
        try {
            return run(List.of("docker", "info"), 5).succeeded();
        } catch (IOException noDocker) {
            log.debug("there is no docker command", noDocker);
            return false;
        }
    }

    void start() throws IOException, InterruptedException {
        run(docker("rm", "--force", NAME), 30);
        String address = "127.0.0.1:" + port + ":27017";
        require(
                run(
                        docker(
                                "run",
                                "--detach",
                                "--name",
                                NAME,
                                "--publish",
                                address,
                                "--volume",
                                NAME + ":/data/db",
                                IMAGE,
                                "--replSet",
                                "rs0"),
                        600));
        Outcome initiated = run(initiate(), 60);
        for (int attempt = 1; !initiated.succeeded() && attempt < ATTEMPTS; attempt++) {
            TimeUnit.SECONDS.sleep(1);
            initiated = run(initiate(), 60);
        }
        require(initiated);
    }

    private static List<String> initiate() {
        return docker("exec", NAME, "mongosh", "--quiet", "--eval", INITIATE);
    }

    int port() {
        return port;
    }

    /** Direct: the set knows its member by the container's own address. */
    String uri(String database) {
        return "mongodb://localhost:%d/%s?directConnection=true".formatted(port, database);
    }

    void stop() {
        try {
            run(docker("stop", NAME), 60);
        } catch (IOException e) {
            log.warn("the container {} could not be stopped", NAME, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Throws its data away. */
    static void reset() throws IOException, InterruptedException {
        run(docker("rm", "--force", NAME), 60);
        run(docker("volume", "rm", "--force", NAME), 60);
    }

    private static List<String> docker(String... arguments) {
        return Stream.concat(Stream.of("docker"), Stream.of(arguments)).toList();
    }

    private record Outcome(boolean succeeded, String output) {}

    private static Outcome run(List<String> line, long seconds)
            throws IOException, InterruptedException {
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
