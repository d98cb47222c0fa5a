package org.peercoaching.local.service;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.peercoaching.local.process.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A service's jar unpacked and, beside it, the JDK's ahead-of-time cache of a trained start: a
 * service is ready in a quarter of the time. Both belong to the built tree and are named after the
 * jar's content and the JDK's build, for the JVM refuses a cache of other classes or another build.
 */
final class StartCache {

    private static final Logger log = LoggerFactory.getLogger(StartCache.class);

    private static final int HEAP_MEGABYTES = 192;

    /** Part of the name too: a cache serves the flags with which it was trained. */
    private static final List<String> JVM =
            Stream.concat(
                            Command.smallJvm(HEAP_MEGABYTES).stream(),
                            Stream.of(
                                    "--enable-native-access=ALL-UNNAMED",
                                    "--sun-misc-unsafe-memory-access=allow",
                                    "-Dspring.aot.enabled=true"))
                    .toList();

    private static final String DRAFT = "draft-";
    private static final long EXTRACTION_SECONDS = 60;
    private static final long TRAINING_SECONDS = 180;

    private final Service service;
    private final Path jar;
    private final Path caches;
    private final Path directory;

    StartCache(Service service, Path tree) throws IOException {
        this.service = service;
        jar = service.jar(tree);
        caches = directoryOf(tree);
        directory = caches.resolve("%s-%08x".formatted(service.id(), fingerprint()));
    }

    /**
     * Over the checksums that the archive keeps of its entries: reading the whole jar at every
     * start would cost what the cache saves.
     */
    private long fingerprint() throws IOException {
        CRC32 fingerprint = new CRC32();
        try (ZipFile archive = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : archive.stream().toList()) {
                fingerprint.update(
                        (entry.getName() + entry.getCrc() + entry.getSize())
                                .getBytes(StandardCharsets.UTF_8));
            }
        }
        fingerprint.update(
                (Runtime.version() + System.getProperty("java.vendor.version") + JVM)
                        .getBytes(StandardCharsets.UTF_8));
        return fingerprint.getValue();
    }

    /**
     * Waits until no other platform of this tree prepares services, and keeps others waiting until
     * it is closed. It ends with its launcher, though what that had started may go on: drafts bear
     * the launcher's process id.
     *
     * @param waiting told if another one prepares
     */
    static Closeable lockPreparation(Path tree, Runnable waiting) throws IOException {
        Path lock = directoryOf(tree).resolve("lock");
        Files.createDirectories(lock.getParent());
        FileChannel channel =
                FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                waiting.run();
                channel.lock();
            }
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        return channel;
    }

    static Path directoryOf(Path tree) {
        return tree.resolve("deploy/local/target/start-caches");
    }

    boolean isTrained() {
        return Files.exists(archive());
    }

    boolean isUnpacked() {
        return Files.exists(directory);
    }

    /**
     * Unpacks the jar, so that the service can be started.
     *
     * @param started is told of the process that this takes
     */
    void unpack(Path output, Consumer<ProcessHandle> started)
            throws IOException, InterruptedException {
        removeOthers();
        // Of another name until it is whole.
        Path draft =
                directory.resolveSibling("%s.%d.draft".formatted(directory.getFileName(), pid()));
        List<String> unpack =
                List.of(
                        Command.java(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        draft.toString());
        if (!run(unpack, Map.of(), output, EXTRACTION_SECONDS, started)) {
            throw new IOException(jar.getFileName() + " cannot be unpacked, see " + output);
        }
        Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Lets the unpacked service start once until its context stands; needs the store and no broker.
     *
     * @param environment as for a real start
     * @param started is told of each process that this takes
     * @return false if the training failed: the service then starts without a cache, only slower
     */
    boolean train(Map<String, String> environment, Path output, Consumer<ProcessHandle> started)
            throws IOException, InterruptedException {
        // Of another name until it is whole: a training may be killed, and the JVM writes a cache
        // even where the start failed.
        Path draft = directory.resolve("%s%d.aot".formatted(DRAFT, pid()));
        removeDrafts();
        List<String> start = line("-XX:AOTCacheOutput=" + draft, "-Dspring.context.exit=onRefresh");
        boolean trained =
                run(start, environment, output, TRAINING_SECONDS, started) && Files.exists(draft);
        if (trained) {
            Files.move(draft, archive(), StandardCopyOption.ATOMIC_MOVE);
        } else {
            log.warn("no start cache for {}, see {}", service.module(), output);
        }
        return trained;
    }

    /** How to start the service, with the cache where there is one. */
    List<String> line() {
        return isTrained() ? line("-XX:AOTCache=" + archive()) : line(new String[0]);
    }

    private List<String> line(String... extraFlags) {
        List<String> line = new ArrayList<>(JVM);
        line.addAll(List.of(extraFlags));
        line.addAll(List.of("-jar", directory.resolve(jar.getFileName()).toString()));
        return line;
    }

    private Path archive() {
        return directory.resolve("start.aot");
    }

    private static long pid() {
        return ProcessHandle.current().pid();
    }

    /** Of trainings that failed or were killed: one that writes nothing must not find them. */
    private void removeDrafts() throws IOException {
        List<Path> drafts;
        try (Stream<Path> all = Files.list(directory)) {
            drafts = all.filter(path -> path.getFileName().toString().startsWith(DRAFT)).toList();
        }
        for (Path draft : drafts) {
            Files.deleteIfExists(draft);
        }
    }

    /** Of jars that were built before. */
    private void removeOthers() throws IOException {
        Files.createDirectories(caches);
        List<Path> stale;
        try (Stream<Path> all = Files.list(caches)) {
            stale =
                    all.filter(path -> path.getFileName().toString().startsWith(service.id() + "-"))
                            .toList();
        }
        for (Path root : stale) {
            try (Stream<Path> inside = Files.walk(root)) {
                for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static boolean run(
            List<String> line,
            Map<String, String> environment,
            Path output,
            long seconds,
            Consumer<ProcessHandle> started)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            started.accept(process.toHandle());
            return process.waitFor(seconds, TimeUnit.SECONDS) && process.exitValue() == 0;
        } finally {
            process.destroyForcibly();
        }
    }
}
