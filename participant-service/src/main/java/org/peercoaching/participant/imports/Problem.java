package org.peercoaching.participant.imports;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a row.
 *
 * @param column the column's word; null where it concerns the whole row
 * @param code for programs
 * @param message for people: what to do; it repeats nothing of the row
 */
record Problem(@Nullable String column, String code, String message) {

    static Problem in(Column column, String code, String message) {
        return new Problem(column.word(), code, message);
    }

    static Problem ofRow(String code, String message) {
        return new Problem(null, code, message);
    }
}
