package org.peercoaching.local.store;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoaching.local.data.DataDirectory;
import org.peercoaching.store.EmbeddedStore;

/** The stores that can be had here, and the one of them that holds the data of a directory. */
public final class Stores {

    private final DataDirectory data;
    private final @Nullable String givenUri;
    private final String docker;

    Stores(DataDirectory data, @Nullable String givenUri, String docker) {
        this.data = data;
        this.givenUri = givenUri == null || givenUri.isBlank() ? null : givenUri;
        this.docker = docker;
    }

    /** As {@code MONGODB_URI} and the machine offer them. */
    public static Stores of(DataDirectory data) {
        return new Stores(data, System.getenv("MONGODB_URI"), "docker");
    }

    /**
     * The store that holds the data; the first time the one that is wanted, else the first that is
     * there: given, in Docker, embedded.
     *
     * @throws IllegalStateException if it cannot be had now; the message says what to do, in one
     *     line
     */
    public StoreChoice choose(Optional<StoreKind> wanted) throws IOException, InterruptedException {
        Optional<StoreChoice> noted = StoreChoice.noted(data.storeNote());
        if (noted.isEmpty()) {
            StoreKind first = wanted.isPresent() ? wanted.get() : firstThere();
            if (!isThere(first)) {
                throw new IllegalStateException("There is no such store: " + remedy(first) + ".");
            }
            return StoreChoice.anew(first);
        }
        StoreKind kind = noted.get().kind();
        if (wanted.isPresent() && wanted.get() != kind) {
            throw elsewhere(kind, "leave --store out");
        }
        if (givenUri != null && kind != StoreKind.GIVEN) {
            throw elsewhere(kind, "unset MONGODB_URI");
        }
        if (kind == StoreKind.MEMORY) {
            throw new IllegalStateException(
                    "The data of %s was in memory and is gone: begin anew with deploy/local/reset."
                            .formatted(data.root()));
        }
        if (!isThere(kind)) {
            throw elsewhere(kind, remedy(kind));
        }
        return noted.get();
    }

    private StoreKind firstThere() throws InterruptedException {
        if (givenUri != null) {
            return StoreKind.GIVEN;
        }
        return isThere(StoreKind.DOCKER) ? StoreKind.DOCKER : StoreKind.EMBEDDED;
    }

    private boolean isThere(StoreKind kind) throws InterruptedException {
        return switch (kind) {
            case GIVEN -> givenUri != null;
            case DOCKER -> new DockerMongo(docker, "", 0).available();
            case EMBEDDED, MEMORY -> true;
        };
    }

    private static String remedy(StoreKind kind) {
        return kind == StoreKind.GIVEN ? "set MONGODB_URI" : "start Docker";
    }

    private IllegalStateException elsewhere(StoreKind kind, String remedy) {
        return new IllegalStateException(
                "The data of %s is %s: %s, or begin anew with deploy/local/reset."
                        .formatted(data.root(), kind.where(), remedy));
    }

    /**
     * Starts the chosen store, and notes that it holds the data from now on.
     *
     * @param port for a store that is started here
     */
    public LocalStore open(StoreChoice choice, int port) throws IOException, InterruptedException {
        choice.note(data.storeNote());
        return switch (choice.kind()) {
            case GIVEN -> new LocalStore.Given(Objects.requireNonNull(givenUri), choice);
            case DOCKER -> {
                DockerMongo mongo = new DockerMongo(docker, choice.id(), port);
                mongo.start();
                yield new LocalStore.InDocker(mongo);
            }
            case EMBEDDED ->
                    new LocalStore.Embedded(
                            EmbeddedStore.onDisk(data.store().resolve("store.mv"), port),
                            choice.kind());
            case MEMORY -> new LocalStore.Embedded(EmbeddedStore.inMemory(port), choice.kind());
        };
    }

    /** Stops a store that outlived its launcher: nobody stops a container that is left. */
    public void endLeftover() throws IOException {
        StoreChoice.noted(data.storeNote())
                .filter(choice -> choice.kind() == StoreKind.DOCKER)
                .ifPresent(choice -> new DockerMongo(docker, choice.id(), 0).stop());
    }

    /**
     * Throws away what lies outside the data directory.
     *
     * @return what is somebody else's to throw away and stays; empty if nothing does
     * @throws IllegalStateException if Docker holds the data and does not answer
     */
    public Optional<String> reset() throws IOException, InterruptedException {
        Optional<StoreChoice> noted = StoreChoice.noted(data.storeNote());
        if (noted.isEmpty()) {
            return Optional.empty();
        }
        StoreChoice choice = noted.get();
        return switch (choice.kind()) {
            case GIVEN ->
                    Optional.of(
                            "the databases whose names end with _%s, in the MongoDB that MONGODB_URI named"
                                    .formatted(choice.id()));
            case DOCKER -> {
                DockerMongo mongo = new DockerMongo(docker, choice.id(), 0);
                if (!mongo.available()) {
                    throw new IllegalStateException(
                            "Nothing is deleted: the data is in Docker's volume %s, and Docker does not answer. Start it and try again."
                                    .formatted(mongo.name()));
                }
                mongo.reset();
                yield Optional.empty();
            }
            case EMBEDDED, MEMORY -> Optional.empty();
        };
    }
}
