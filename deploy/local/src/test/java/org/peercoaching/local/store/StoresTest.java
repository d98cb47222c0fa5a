package org.peercoaching.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peercoaching.local.data.DataDirectory;

class StoresTest {

    private static final String URI = "mongodb://localhost:27017";
    private static final String RUNS = "exit 0";
    private static final String DOES_NOT_RUN = "exit 1";

    @TempDir Path directory;

    private DataDirectory data;
    private FakeDocker docker;

    @BeforeEach
    void create() throws IOException {
        data = new DataDirectory(directory.resolve("data")).create();
        docker = new FakeDocker(directory);
    }

    private Stores stores(@Nullable String givenUri, String dockerDoes) throws IOException {
        return new Stores(data, givenUri, docker.program(dockerDoes));
    }

    private static StoreKind chosen(Stores stores) throws Exception {
        return stores.choose(Optional.empty()).kind();
    }

    private String held(StoreKind kind) throws IOException {
        StoreChoice choice = StoreChoice.anew(kind);
        choice.note(data.storeNote());
        return choice.id();
    }

    @Test
    void theFirstTimeTheFirstThatIsThereIsTaken() throws Exception {
        assertThat(chosen(stores(URI, RUNS))).isEqualTo(StoreKind.GIVEN);
        assertThat(chosen(stores(null, RUNS))).isEqualTo(StoreKind.DOCKER);
        assertThat(chosen(stores("", DOES_NOT_RUN))).isEqualTo(StoreKind.EMBEDDED);
        assertThat(stores(URI, RUNS).choose(Optional.of(StoreKind.MEMORY)).kind())
                .isEqualTo(StoreKind.MEMORY);
        assertThatThrownBy(() -> stores(null, RUNS).choose(Optional.of(StoreKind.GIVEN)))
                .hasMessage("There is no such store: set MONGODB_URI.");
    }

    @Test
    void whatHoldsTheDataHoldsItAtTheNextStartToo() throws Exception {
        StoreChoice first = stores(null, DOES_NOT_RUN).choose(Optional.empty());
        stores(null, DOES_NOT_RUN).open(first, 0).close();

        assertThat(stores(null, RUNS).choose(Optional.empty())).isEqualTo(first);
        assertThatThrownBy(() -> stores(URI, RUNS).choose(Optional.empty()))
                .hasMessage(
                        "The data of %s is in the embedded store: unset MONGODB_URI, or begin anew with deploy/local/reset.",
                        data.root());
        assertThatThrownBy(() -> stores(null, RUNS).choose(Optional.of(StoreKind.DOCKER)))
                .hasMessageContaining("leave --store out");
    }

    @Test
    void whatHoldsTheDataAndIsNotThereIsNotReplaced() throws Exception {
        held(StoreKind.DOCKER);
        assertThatThrownBy(() -> stores(null, DOES_NOT_RUN).choose(Optional.empty()))
                .hasMessageContaining("is in MongoDB in Docker: start Docker,");

        held(StoreKind.GIVEN);
        assertThatThrownBy(() -> stores(null, RUNS).choose(Optional.empty()))
                .hasMessageContaining("that MONGODB_URI named: set MONGODB_URI,");

        held(StoreKind.MEMORY);
        assertThatThrownBy(() -> stores(null, RUNS).choose(Optional.of(StoreKind.MEMORY)))
                .hasMessageContaining("was in memory and is gone");
    }

    @Test
    void twoPlatformsShareNoDatabaseOfAGivenServer() throws Exception {
        StoreChoice one = StoreChoice.anew(StoreKind.GIVEN);

        assertThat(stores(URI, RUNS).open(one, 0).uri("session"))
                .isEqualTo(URI + "/session_" + one.id());
        assertThat(StoreChoice.anew(StoreKind.GIVEN).id()).isNotEqualTo(one.id());
    }

    @Test
    void aContainerThatOutlivedItsLauncherIsStopped() throws Exception {
        String id = held(StoreKind.DOCKER);

        stores(null, RUNS).endLeftover();

        assertThat(docker.calls()).isEqualTo("stop peer-coaching-store-" + id + "\n");
    }

    @ParameterizedTest
    @EnumSource(names = {"EMBEDDED", "MEMORY"})
    void whatLiesInTheDataDirectoryIsNothingToDocker(StoreKind kind) throws Exception {
        held(kind);

        stores(null, RUNS).endLeftover();
        assertThat(stores(null, RUNS).reset()).isEmpty();

        assertThat(docker.calls()).isEmpty();
    }

    @Test
    void aResetThatDockerCannotDoIsRefused() throws Exception {
        String id = held(StoreKind.DOCKER);

        assertThatThrownBy(() -> stores(null, DOES_NOT_RUN).reset())
                .hasMessageStartingWith(
                        "Nothing is deleted: the data is in Docker's volume peer-coaching-store-"
                                + id);
        assertThat(stores(null, RUNS).reset()).isEmpty();
        assertThat(docker.calls()).endsWith("volume rm --force peer-coaching-store-" + id + "\n");
    }

    @Test
    void aResetSaysWhatStaysInAGivenStore() throws Exception {
        String id = held(StoreKind.GIVEN);

        assertThat(stores(null, RUNS).reset().orElseThrow())
                .isEqualTo(
                        "the databases whose names end with _%s, in the MongoDB that MONGODB_URI named",
                        id);
    }

    @Test
    void aStoreInMemoryLeavesNoFile() throws Exception {
        Stores stores = stores(null, RUNS);
        try (LocalStore store = stores.open(StoreChoice.anew(StoreKind.MEMORY), 0)) {
            assertThat(store.description()).startsWith("in memory, lost at the end");
            assertThat(store.isOpen()).isTrue();
        }
        assertThat(Files.exists(data.store())).isFalse();
    }
}
