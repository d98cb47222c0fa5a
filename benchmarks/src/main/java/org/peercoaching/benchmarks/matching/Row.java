package org.peercoaching.benchmarks.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of a table.
 *
 * @param text its cells
 * @param missed the bars that it does not reach
 */
record Row(String text, List<String> missed) {

    static Row of(String text) {
        return new Row(text, List.of());
    }

    /** The row, held against a bar of the design. */
    Row atMost(double bar, String what, double value) {
        if (value <= bar) {
            return this;
        }
        List<String> more = new ArrayList<>(missed);
        more.add("%s: %.4f, at most %.4f".formatted(what, value, bar));
        return new Row(text, List.copyOf(more));
    }
}
