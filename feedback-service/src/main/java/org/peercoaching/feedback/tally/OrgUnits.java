package org.peercoaching.feedback.tally;

import java.util.Comparator;
import java.util.Optional;

/** The tree of org units, as their paths tell it. */
final class OrgUnits {

    private static final String ROOT = "/";

    /** Leaves before their parents. */
    static final Comparator<String> DEEPEST_FIRST =
            Comparator.comparingInt(OrgUnits::depth).reversed().thenComparing(unit -> unit);

    private OrgUnits() {}

    /** The unit above; empty for the root. */
    static Optional<String> parent(String unit) {
        if (unit.equals(ROOT)) {
            return Optional.empty();
        }
        int lastSlash = unit.lastIndexOf('/');
        return Optional.of(lastSlash == 0 ? ROOT : unit.substring(0, lastSlash));
    }

    private static int depth(String unit) {
        return unit.equals(ROOT) ? 0 : (int) unit.chars().filter(c -> c == '/').count();
    }
}
