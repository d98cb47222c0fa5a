package org.peercoaching.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peercoaching.local.store.LocalStore;
import org.peercoaching.local.store.StoreKind;
import org.peercoaching.store.EmbeddedStore;

class CannotStartTest {

    @TempDir Path directory;

    @Test
    void aFullDiskIsSaidWithWhatIsFreeAndWhatIsNeeded() {
        assertThatThrownBy(() -> CannotStart.unlessRoomIn(directory, Long.MAX_VALUE))
                .hasMessageMatching(
                        "The disk under .* is full: \\d+ MB are free, \\d+ MB are needed\\.");
        assertThatCode(() -> CannotStart.unlessRoomIn(directory, 0)).doesNotThrowAnyException();
    }

    @Test
    void aStoreThatClosedItselfIsSaidWithItsFile() {
        LocalStore store = new LocalStore.Embedded(EmbeddedStore.inMemory(), StoreKind.EMBEDDED);
        try (store) {
            assertThatCode(() -> CannotStart.unlessOpen(store, directory))
                    .doesNotThrowAnyException();
        }

        assertThatThrownBy(() -> CannotStart.unlessOpen(store, directory))
                .hasMessageStartingWith(
                        "The store could not write its file in %s and has closed itself",
                        directory);
    }
}
