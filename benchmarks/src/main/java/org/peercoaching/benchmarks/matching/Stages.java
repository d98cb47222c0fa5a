package org.peercoaching.benchmarks.matching;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Progress;
import org.peercoaching.matching.engine.Progress.Stage;

/** How long a matcher was at each stage, however often it came back to it. */
final class Stages implements Control {

    private final Map<Stage, Long> nanos = new EnumMap<>(Stage.class);
    private final long start = System.nanoTime();
    private Stage stage = Stage.INDEXING;
    private long since = start;

    @Override
    public void reached(Progress progress) {
        long now = System.nanoTime();
        nanos.merge(stage, now - since, Long::sum);
        stage = progress.stage();
        since = now;
    }

    @Override
    public boolean goOn() {
        return true;
    }

    /** The last stage ended now: cells of a table, and all of it. */
    String cells() {
        nanos.merge(stage, System.nanoTime() - since, Long::sum);
        long all = System.nanoTime() - start;
        return Stream.concat(
                        Stream.of(Stage.values()).map(one -> nanos.getOrDefault(one, 0L)),
                        Stream.of(all))
                .map(Stages::seconds)
                .collect(Collectors.joining(" | "));
    }

    static String seconds(long nanos) {
        double millis = Duration.ofNanos(nanos).toMillis();
        return "%.2f".formatted(millis / Duration.ofSeconds(1).toMillis());
    }
}
