package org.peercoaching.testkit.browser;

import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.impl.driver.Driver;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a Chromium is. */
final class Chromium {

    private static final String GIVEN = "BROWSER_PATH";
    private static final List<String> NAMES = List.of("chromium", "google-chrome");
    private static final Duration LONGEST_DOWNLOAD = Duration.ofMinutes(2);

    private Chromium() {}

    static Optional<Path> find(Playwright playwright) {
        return find(
                System.getenv(GIVEN),
                System.getenv("PATH"),
                () -> cached(playwright),
                Chromium::downloaded);
    }

    /** The nearest first; a download is tried once, and ends in the cache. */
    static Optional<Path> find(
            @Nullable String given,
            String path,
            Supplier<Optional<Path>> cached,
            BooleanSupplier downloaded) {
        return given(given)
                .or(() -> onPath(path))
                .or(cached)
                .or(() -> downloaded.getAsBoolean() ? cached.get() : Optional.empty());
    }

    /** A path that is given and wrong is a mistake to tell, not a reason to look elsewhere. */
    static Optional<Path> given(@Nullable String path) {
        if (path == null || path.isBlank()) {
            return Optional.empty();
        }
        Path executable = Path.of(path);
        if (!Files.isExecutable(executable)) {
            throw new IllegalStateException(
                    GIVEN + " names no executable file: " + executable.toAbsolutePath());
        }
        return Optional.of(executable);
    }

    static Optional<Path> onPath(String path) {
        return NAMES.stream()
                .flatMap(name ->
                        Stream.of(path.split(File.pathSeparator))
                                .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> cached(Playwright playwright) {
        return Optional.of(Path.of(playwright.chromium().executablePath()))
                .filter(Files::isExecutable);
    }

    /** What Playwright's own command line does, but not for ever. */
    private static boolean downloaded() {
        ProcessBuilder install =
                Driver.ensureDriverInstalled(Map.of(), false).createProcessBuilder();
        install.command().addAll(List.of("install", "chromium"));
        try {
            return succeeds(install.inheritIO().start(), LONGEST_DOWNLOAD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Whether it ends well within a time; what takes longer is killed, with all that it started.
     */
    static boolean succeeds(Process process, Duration longest) throws InterruptedException {
        if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return false;
        }
        return process.exitValue() == 0;
    }
}
