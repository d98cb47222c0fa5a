package org.peercoaching.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.peercoaching.local.demonstration.LoadingProgress;

/**
 * What {@code up} says on the terminal: a line per step, and one that is rewritten while the
 * demonstration is loaded.
 */
final class Console implements LoadingProgress {

    private static final int BAR_WIDTH = 30;
    private static final int PERCENT = 100;

    private final PrintStream out;
    private int lastPercent = -1;
    private volatile boolean barOpen;

    Console(PrintStream out) {
        this.out = out;
    }

    void say(String text) {
        endBar();
        out.println(text);
        out.flush();
    }

    void done(String what, String detail, long startedNanos) {
        double seconds = Duration.ofNanos(System.nanoTime() - startedNanos).toMillis() / 1_000.0;
        say(String.format(Locale.ROOT, "  %-22s %-44s %5.1f s", what, detail, seconds));
    }

    @Override
    public void at(String what, int done, int total) {
        int percent = PERCENT * done / total;
        if (percent == lastPercent) {
            return;
        }
        lastPercent = percent;
        int filled = BAR_WIDTH * done / total;
        out.printf(
                "\r  [%s%s] %3d %%  %-40s",
                "#".repeat(filled), ".".repeat(BAR_WIDTH - filled), percent, what);
        barOpen = true;
        if (done == total) {
            endBar();
        }
        out.flush();
    }

    /** What is printed next begins a line of its own. */
    void endBar() {
        if (barOpen) {
            barOpen = false;
            out.println();
        }
    }
}
