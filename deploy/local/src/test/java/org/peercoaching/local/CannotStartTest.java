package org.peercoaching.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CannotStartTest {

    @TempDir Path directory;

    @Test
    void aFullDiskIsSaidWithWhatIsFreeAndWhatIsNeeded() {
        assertThatThrownBy(() -> CannotStart.unlessRoomIn(directory, Long.MAX_VALUE))
                .hasMessageMatching(
                        "The disk under .* is full: \\d+ MB are free, \\d+ MB are needed\\.");
        assertThatCode(() -> CannotStart.unlessRoomIn(directory, 0)).doesNotThrowAnyException();
    }
}
