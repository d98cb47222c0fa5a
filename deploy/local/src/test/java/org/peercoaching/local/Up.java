package org.peercoaching.local;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.peercoaching.local.clock.BusinessClockSteps;
import org.peercoaching.local.data.DataDirectory;
import org.peercoaching.local.data.RunningPlatform;
import org.peercoaching.local.data.Secrets;
import org.peercoaching.local.issuer.Tokens;
import org.peercoaching.local.service.Service;
import org.peercoaching.testkit.Http;

/** The scripts of the built tree, on ports and data of their own. */
final class Up implements AutoCloseable {

    /** On a busy machine, with the services' preparation where this is the tree's first start. */
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);

    static final Path TREE = Path.of("").toAbsolutePath().getParent().getParent();

    /** A test that runs in the background hears none, and neither would what it starts. */
    private static final List<String> HEARS_CTRL_C =
            List.of("perl", "-e", "$SIG{INT} = 'DEFAULT'; exec @ARGV or die $!");

    private static final Pattern MEGABYTES = Pattern.compile("(\\d+) MB");

    private static final Duration RESTARTED_WITHIN = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final DataDirectory data;
    private final int firstPort;
    private final List<String> extra;
    private final Path output;
    private List<String> runner = List.of();
    private Process process;

    Up(Path directory, String... extra) throws IOException {
        data = new DataDirectory(directory.resolve("data"));
        output = directory.resolve("output");
        firstPort = freePorts();
        this.extra = List.of(extra);
    }

    /**
     * Ten in a row, found free a moment ago; another JVM that tests at the same time, of another
     * tree, most likely begins to look elsewhere.
     */
    static int freePorts() throws IOException {
        int first = 20_000 + (int) (ProcessHandle.current().pid() % 1_000) * 10;
        while (!areFree(first, 10)) {
            first += 10;
        }
        return first;
    }

    private static boolean areFree(int first, int count) {
        for (int port = first; port < first + count; port++) {
            try (ServerSocket socket = new ServerSocket(port)) {
                socket.setReuseAddress(true);
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }

    /** Lets another program run it. */
    Up by(List<String> runner) {
        this.runner = runner;
        return this;
    }

    DataDirectory data() {
        return data;
    }

    String origin() {
        return "http://localhost:" + firstPort;
    }

    String store() {
        return "mongodb://localhost:" + (firstPort + 3);
    }

    String broker() {
        return "localhost:" + (firstPort + 1);
    }

    String service(Service service) {
        return service.address(firstPort + 4).toString();
    }

    List<Service> services() {
        return List.of(Service.values());
    }

    /** Starts it and says what it printed, once it can be used or has ended. */
    String start() throws IOException {
        begin();
        await().atMost(READY_WITHIN).until(() -> !process.isAlive() || output().contains("Ctrl-C"));
        return output();
    }

    /** Starts it and does not wait. */
    void begin() throws IOException {
        List<String> line = new ArrayList<>(HEARS_CTRL_C);
        line.addAll(runner);
        line.addAll(List.of(script("up"), "--no-build"));
        line.addAll(
                List.of(
                        "--port",
                        Integer.toString(firstPort),
                        "--broker-port",
                        Integer.toString(firstPort + 1)));
        line.addAll(
                List.of(
                        "--store-port",
                        Integer.toString(firstPort + 3),
                        "--services-port",
                        Integer.toString(firstPort + 4)));
        line.addAll(List.of("--data", data.root().toString()));
        line.addAll(extra);
        process =
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
    }

    /** Waits until it has printed something; fails where it ends before. */
    void awaitOutput(String text, Duration patience) throws IOException {
        await().atMost(patience).until(() -> !process.isAlive() || output().contains(text));
        assertThat(output()).contains(text);
    }

    /** Moves business time ahead of the machine's, and returns when all has come to rest. */
    void moveTime(Duration ahead) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker()));
                Tokens tokens = tokens();
                BusinessClockSteps clock =
                        new BusinessClockSteps(
                                data.businessClock(),
                                services().stream()
                                        .collect(
                                                toMap(
                                                        Service::id,
                                                        each -> URI.create(service(each)))),
                                tokens::operator,
                                admin)) {
            clock.moveTo(ahead);
        }
    }

    /** The issuer's tokens for the launcher's and the loader's clients. */
    Tokens tokens() {
        return new Tokens(origin() + "/auth", Secrets.in(data.secrets()));
    }

    /** A client of the entry point. */
    Http client(String token) {
        return new Http(firstPort, token);
    }

    /** A process of the platform. */
    ProcessHandle child(String name) throws IOException {
        return noted(name).orElseThrow();
    }

    /** Kills a process of the platform, and returns when the launcher has started it again. */
    void kill(String name) throws IOException {
        ProcessHandle killed = child(name);
        killed.destroyForcibly();
        await().atMost(RESTARTED_WITHIN)
                .until(() -> noted(name).filter(again -> !again.equals(killed)).isPresent());
    }

    private Optional<ProcessHandle> noted(String name) throws IOException {
        return RunningPlatform.noted(data).orElseThrow().children().get(name).find();
    }

    /** Returns when the broker answers; fails if it does not within two minutes. */
    void awaitBroker() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker()))) {
            DescribeClusterOptions patient = new DescribeClusterOptions().timeoutMs(120_000);
            admin.describeCluster(patient).clusterId().get();
        }
    }

    /** Whether a service says that it is ready. */
    boolean isReady(Service service) throws InterruptedException {
        URI probe = URI.create(service(service) + "/actuator/health/readiness");
        try {
            return http.send(
                                    HttpRequest.newBuilder(probe).build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notThereYet) {
            return false;
        }
    }

    /** Sends processes a signal, such as {@code -STOP}. */
    static void signal(String name, List<ProcessHandle> processes)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("kill", name));
        processes.forEach(process -> line.add(Long.toString(process.pid())));
        assertThat(new ProcessBuilder(line).start().waitFor()).isZero();
    }

    /** What it has printed so far. */
    String output() throws IOException {
        return Files.readString(output);
    }

    Process process() {
        return process;
    }

    /** What another script prints. */
    String run(String script) throws IOException, InterruptedException {
        Process other =
                new ProcessBuilder(script(script), "--data", data.root().toString())
                        .redirectErrorStream(true)
                        .start();
        String printed = new String(other.getInputStream().readAllBytes());
        other.waitFor();
        return printed;
    }

    /** Resident memory of all its processes, as {@code status} says it. */
    int megabytes() throws IOException, InterruptedException {
        return MEGABYTES
                .matcher(run("status"))
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .sum();
    }

    private static String script(String name) {
        return TREE.resolve("deploy/local").resolve(name).toString();
    }

    @Override
    public void close() throws Exception {
        run("down");
        if (process != null) {
            // As down does, which does not see one on a disk of its own.
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
        // The data directory is the test's, but what Docker keeps for it is not.
        run("reset");
    }
}
