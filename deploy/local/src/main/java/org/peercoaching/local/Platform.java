package org.peercoaching.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.peercoaching.local.broker.Broker;
import org.peercoaching.local.clock.BusinessClockSteps;
import org.peercoaching.local.data.DataDirectory;
import org.peercoaching.local.data.RunningPlatform;
import org.peercoaching.local.data.Secrets;
import org.peercoaching.local.demonstration.Demonstration;
import org.peercoaching.local.demonstration.Summary;
import org.peercoaching.local.entrypoint.EntryPoint;
import org.peercoaching.local.issuer.Tokens;
import org.peercoaching.local.process.KeptProcess;
import org.peercoaching.local.service.Service;
import org.peercoaching.local.service.ServiceEnvironment;
import org.peercoaching.local.service.ServiceProcess;
import org.peercoaching.local.store.LocalStore;
import org.peercoaching.local.store.Stores;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the parts in the order in which they need each other, side by side where they do not, and
 * stops them in the opposite order.
 */
final class Platform implements AutoCloseable {

    private static final Predicate<KeptProcess> BROKER =
            process -> process.name().equals(Broker.NAME);
    private static final Predicate<KeptProcess> SERVICES = BROKER.negate();

    private static final long LEAST_FREE_BYTES = 100L << 20;
    private static final Duration SERVICE_READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration SERVICES_STOP_WITHIN = Duration.ofSeconds(30);
    private static final Duration BROKER_STOPS_WITHIN = Duration.ofSeconds(20);

    private final Settings settings;
    private final DataDirectory data;
    private final Console console;
    private final EntryPoint entryPoint;
    private final Secrets secrets;
    private final Broker broker;
    private final Processes processes;
    private final Stops stops = new Stops();

    private volatile @Nullable LocalStore openStore;

    Platform(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
        data = settings.data();
        entryPoint = settings.entryPoint();
        secrets = Secrets.in(data.secrets());
        broker =
                new Broker(
                        data.broker(),
                        settings.ports().broker(),
                        ServiceProcess.startCaches(settings.tree()).resolve("broker.jsa"));
        processes = new Processes(data, entryPoint.port());
        stops.add(this::forget);
    }

    /** Returns when everything is ready and the demonstration is loaded. */
    void run() throws IOException, InterruptedException {
        console.say("Peer coaching, local platform. Data: " + data.root());
        long opening = System.nanoTime();
        List<ServiceProcess> services = services(openStore());
        long opened = System.nanoTime();
        prepare(services);
        // The start is the opening of the store and all that follows; preparing is the build's.
        long started = System.nanoTime() - (opened - opening);
        long brokerStarted = System.nanoTime();
        startBroker();
        Optional<Demonstration> demonstration = Demonstration.in(data, settings.demonstration());
        demonstration.ifPresent(Demonstration::setClock);
        CompletableFuture<ConfigurableApplicationContext> web =
                CompletableFuture.supplyAsync(this::startWeb);
        awaitBroker(brokerStarted);
        startServices(services);
        ConfigurableApplicationContext context = web.join();
        awaitReady(services);
        console.done("ready", entryPoint.origin(), started);
        console.say("");
        console.say(table());
        if (demonstration.isPresent() && !demonstration.get().isComplete()) {
            load(demonstration.get(), context);
        }
        console.say(
                "  Ctrl-C stops everything, and so does deploy/local/down from another terminal. The data stays.");
    }

    private void startBroker() throws IOException {
        stops.add(() -> processes.stop(BROKER, BROKER_STOPS_WITHIN));
        processes.start(broker.prepare(data.emptyLog(Broker.NAME)));
    }

    private LocalStore openStore() throws IOException, InterruptedException {
        long started = System.nanoTime();
        LocalStore store = Stores.of(data).open(settings.store(), settings.ports().store());
        openStore = store;
        stops.add(store::close);
        console.done("store", store.description(), started);
        return store;
    }

    private List<ServiceProcess> services(LocalStore store) throws IOException {
        ServiceEnvironment environment =
                new ServiceEnvironment(
                        store::uri,
                        broker.address(),
                        entryPoint.issuer(),
                        settings.ports().firstService(),
                        data.businessClock(),
                        secrets);
        List<ServiceProcess> services = new ArrayList<>();
        for (Service service : Service.values()) {
            services.add(new ServiceProcess(service, settings.tree(), environment));
        }
        return services;
    }

    private void prepare(List<ServiceProcess> services) throws IOException, InterruptedException {
        stops.add(processes::stopPassing);
        new Preparation(data, processes, console).prepare(services, settings.tree());
    }

    private ConfigurableApplicationContext startWeb() {
        long started = System.nanoTime();
        ConfigurableApplicationContext context =
                new WebPart(data, entryPoint, secrets, broker, this::table).start();
        stops.add(context::close);
        console.done("issuer, entry point", entryPoint.origin(), started);
        return context;
    }

    private void awaitBroker(long started) throws InterruptedException {
        if (!broker.awaitReady(
                Arrays.stream(Service.values()).map(Service::id).toList(),
                () -> processes.diesAgainAndAgain(Broker.NAME))) {
            throw new CannotStart("The broker does not become ready: see " + data.log(Broker.NAME));
        }
        console.done("broker", "Kafka at " + broker.address(), started);
    }

    private void startServices(List<ServiceProcess> services) throws IOException {
        stops.add(() -> processes.stop(SERVICES, SERVICES_STOP_WITHIN));
        for (ServiceProcess service : services) {
            processes.start(service.command(data.emptyLog(service.service().module())));
        }
    }

    private void awaitReady(List<ServiceProcess> services) throws InterruptedException {
        for (ServiceProcess service : services) {
            long started = System.nanoTime();
            String module = service.service().module();
            if (!service.awaitReady(
                    SERVICE_READY_WITHIN, () -> processes.diesAgainAndAgain(module))) {
                throw new CannotStart(
                        "The %s does not become ready: see %s".formatted(module, data.log(module)));
            }
            console.done(module, service.address().toString(), started);
        }
    }

    private void load(Demonstration demonstration, ConfigurableApplicationContext context)
            throws InterruptedException {
        long started = System.nanoTime();
        console.say("  Loading the demonstration organization, as its people would do it.");
        Summary summary =
                demonstration.load(
                        entryPoint.origin(),
                        context.getBean(Tokens.class),
                        context.getBean(BusinessClockSteps.class),
                        console);
        console.done("demonstration", "%,d commands".formatted(summary.commands()), started);
        if (summary.repeats() > 0) {
            console.say("  Not answered at once and sent again: %,d".formatted(summary.repeats()));
        }
        summary.refusals()
                .forEach((what, times) ->
                        console.say("  Refused %d times: %s".formatted(times, what)));
    }

    private String table() {
        LocalStore store = openStore;
        return Table.of(
                entryPoint,
                broker.address(),
                store == null ? "" : store.description(),
                processes.all(),
                data.logs());
    }

    private void forget() {
        try {
            RunningPlatform.forget(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Looks whether it can go on.
     *
     * @throws CannotStart if it cannot: what it holds could not be written any more
     */
    void requireRoomToWrite() throws IOException {
        CannotStart.unlessRoomIn(data.root(), LEAST_FREE_BYTES);
        LocalStore store = openStore;
        if (store != null) {
            CannotStart.unlessOpen(store, data.store());
        }
    }

    /** Whether it is being stopped: what fails then is no failure. */
    boolean isStopping() {
        return stops.areRunning();
    }

    @Override
    public void close() {
        console.say("");
        console.say("Stopping ...");
        stops.close();
        console.say("Stopped.");
    }
}
