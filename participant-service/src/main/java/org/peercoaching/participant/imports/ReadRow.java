package org.peercoaching.participant.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row judged by itself. */
sealed interface ReadRow {

    /** Its line in the file. */
    int line();

    /** Every cell is in order. */
    record Good(int line, HrRow said) implements ReadRow {}

    /**
     * Something is wrong with it.
     *
     * @param externalId if that cell at least is in order; it is claimed even so, for others may
     *     name it as their manager, and the corrected row comes later
     */
    record Broken(int line, @Nullable String externalId, List<Problem> problems)
            implements ReadRow {}
}
