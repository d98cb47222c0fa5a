package org.peercoaching.testkit.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicInteger downloads = new AtomicInteger();

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

    @Test
    void whatIsThereIsTakenBeforeWhatWouldHaveToBeDownloaded() throws IOException {
        Path given = executable("given");
        Path cached = executable("cached");
        Path installed = executable("chromium");
        String path = folder.toString();
        String nowhere = folder.resolve("nowhere").toString();

        assertThat(find(given.toString(), path, Optional.of(cached))).contains(given);
        assertThat(find(null, path, Optional.of(cached))).contains(installed);
        assertThat(find(null, nowhere, Optional.of(cached))).contains(cached);
        assertThat(downloads).hasValue(0);
    }

    @Test
    void oneDownloadIsTriedAndWhatItBroughtIsTaken() throws IOException {
        Path brought = executable("brought");
        String nowhere = folder.resolve("nowhere").toString();
        Optional<Path> found =
                Chromium.find(
                        null,
                        nowhere,
                        () -> downloads.get() == 0 ? Optional.empty() : Optional.of(brought),
                        () -> downloads.incrementAndGet() > 0);
        assertThat(found).contains(brought);
        assertThat(downloads).hasValue(1);
    }

    @Test
    void aDownloadThatFailsIsNotRepeated() {
        assertThat(find(null, folder.resolve("nowhere").toString(), Optional.empty())).isEmpty();
        assertThat(downloads).hasValue(1);
    }

    @Test
    void aDownloadThatTakesTooLongIsKilledWithWhatItStarted() throws Exception {
        Process endless = new ProcessBuilder("sh", "-c", "sleep 600 & wait").start();
        await().until(() -> endless.descendants().findAny().isPresent());
        ProcessHandle started = endless.descendants().findAny().orElseThrow();

        assertThat(Chromium.succeeds(endless, Duration.ofMillis(1))).isFalse();
        await().until(() -> !endless.isAlive() && !started.isAlive());

        assertThat(Chromium.succeeds(new ProcessBuilder("true").start(), LONG)).isTrue();
        assertThat(Chromium.succeeds(new ProcessBuilder("false").start(), LONG)).isFalse();
    }

    /** Looks where every download fails. */
    private Optional<Path> find(@Nullable String given, String path, Optional<Path> cached) {
        return Chromium.find(
                given,
                path,
                () -> cached,
                () -> {
                    downloads.incrementAndGet();
                    return false;
                });
    }

    private Path executable(String name) throws IOException {
        Path file = Files.createFile(folder.resolve(name));
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
