package org.peercoaching.local.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peercoaching.local.process.Command;

class StartCacheTest {

    private static final String CLASS = TinyService.class.getName().replace('.', '/') + ".class";

    @TempDir Path tree;

    @BeforeEach
    void buildTheTree() throws IOException {
        Path jar = Service.SESSION.jar(tree);
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, TinyService.class.getName());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream bytes =
                        Objects.requireNonNull(
                                TinyService.class.getResourceAsStream("/" + CLASS))) {
            out.putNextEntry(new JarEntry(CLASS));
            bytes.transferTo(out);
        }
    }

    private StartCache cache() throws IOException {
        return new StartCache(Service.SESSION, tree);
    }

    private StartCache unpacked() throws Exception {
        StartCache cache = cache();
        cache.unpack(output(), process -> {});
        return cache;
    }

    private Path output() {
        return tree.resolve("output");
    }

    @Test
    void anUnpackedServiceStartsWithoutACache() throws Exception {
        assertThat(cache().isUnpacked()).isFalse();
        unpacked();

        assertThat(cache().isUnpacked()).isTrue();
        assertThat(cache().isTrained()).isFalse();
        assertThat(new ProcessBuilder(cache().line()).inheritIO().start().waitFor()).isZero();
    }

    @Test
    void anUnpackingThatEndsWithItsLauncherIsDoneAgain() throws Exception {
        assertThatThrownBy(() ->
                        cache().unpack(
                                        output(),
                                        process -> {
                                            throw new IllegalStateException("killed");
                                        }))
                .hasMessage("killed");
        assertThat(cache().isUnpacked()).isFalse();

        unpacked();
        assertThat(cache().isUnpacked()).isTrue();
    }

    @Test
    void aTrainedServiceStartsWithItsCache() throws Exception {
        assertThat(unpacked().train(Map.of(), output(), process -> {})).isTrue();

        assertThat(cache().isTrained()).isTrue();
        Process service = new ProcessBuilder(cache().line()).inheritIO().start();
        assertThat(service.waitFor()).isZero();
        assertThat(cache().line()).anyMatch(part -> part.startsWith("-XX:AOTCache="));
    }

    @Test
    void aTrainingThatFailsLeavesNoCache() throws Exception {
        assertThat(
                        unpacked()
                                .train(
                                        Map.of(TinyService.TRAINING, TinyService.FAILS),
                                        output(),
                                        process -> {}))
                .isFalse();

        assertThat(cache().isTrained()).isFalse();
    }

    @Test
    void aTrainingThatEndsWithItsLauncherLeavesNoCache() throws Exception {
        assertThatThrownBy(() ->
                        unpacked()
                                .train(
                                        Map.of(TinyService.TRAINING, TinyService.STOPS_HALFWAY),
                                        output(),
                                        this::endOnceSomeIsWritten))
                .hasMessage("killed");

        assertThat(caches()).isNotEmpty();
        assertThat(cache().isTrained()).isFalse();
    }

    @Test
    void whatAKilledTrainingLeftDoesNotBecomeTheCacheOfOneThatWritesNothing() throws Exception {
        StartCache cache = unpacked();
        assertThatThrownBy(() ->
                        cache.train(
                                Map.of(TinyService.TRAINING, TinyService.STOPS_HALFWAY),
                                output(),
                                this::endOnceSomeIsWritten))
                .hasMessage("killed");
        assertThat(caches()).isNotEmpty();

        // The JVM that is to write the cache does not start; the one that was trained ends well.
        Map<String, String> writesNothing = Map.of("JDK_AOT_VM_OPTIONS", "-XX:+NoSuchOption");
        assertThat(cache.train(writesNothing, output(), process -> {})).isFalse();

        assertThat(cache.isTrained()).isFalse();
        assertThat(output()).content().contains("NoSuchOption");
    }

    @Test
    void twoPlatformsOfATreePrepareOneAfterTheOther() throws Exception {
        Process other =
                new ProcessBuilder(
                                Command.java(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                LockingLauncher.class.getName(),
                                tree.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader itsOutput = other.inputReader()) {
            assertThat(itsOutput.readLine()).isEqualTo(LockingLauncher.LOCKED);

            AtomicBoolean waited = new AtomicBoolean();
            StartCache.lockPreparation(
                            tree,
                            () -> {
                                waited.set(true);
                                other.destroyForcibly();
                            })
                    .close();
            assertThat(waited).isTrue();
        } finally {
            other.destroyForcibly();
        }

        StartCache.lockPreparation(tree, () -> fail("nobody is waited for")).close();
    }

    private void endOnceSomeIsWritten(ProcessHandle process) {
        await().until(() -> !process.isAlive() || !caches().isEmpty());
        if (process.isAlive()) {
            throw new IllegalStateException("killed");
        }
    }

    private List<Path> caches() {
        try (Stream<Path> all = Files.walk(tree.resolve("deploy"))) {
            return all.filter(path -> path.toString().endsWith(".aot")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
