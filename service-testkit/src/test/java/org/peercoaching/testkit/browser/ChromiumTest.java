package org.peercoaching.testkit.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumTest {

    @TempDir Path folder;

    @Test
    void aGivenPathIsTaken() throws IOException {
        Path browser = executable("my-browser");
        assertThat(Chromium.given(browser.toString())).contains(browser);
        assertThat(Chromium.given(null)).isEmpty();
        assertThat(Chromium.given(" ")).isEmpty();
    }

    @Test
    void aGivenPathThatIsWrongIsToldNotPassedOver() {
        assertThatThrownBy(() -> Chromium.given(folder.resolve("nothing").toString()))
                .hasMessageContaining("BROWSER_PATH names no executable file");
    }

    @Test
    void chromiumOnThePathGoesBeforeGoogleChrome() throws IOException {
        Files.createDirectory(folder.resolve("a"));
        Files.createDirectory(folder.resolve("b"));
        executable("a/google-chrome");
        String path = folder.resolve("a") + File.pathSeparator + folder.resolve("b");
        assertThat(Chromium.onPath(path)).contains(folder.resolve("a/google-chrome"));
        executable("b/chromium");
        assertThat(Chromium.onPath(path)).contains(folder.resolve("b/chromium"));
        assertThat(Chromium.onPath(folder.toString())).isEmpty();
    }

    private Path executable(String name) throws IOException {
        Path file = Files.createFile(folder.resolve(name));
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
