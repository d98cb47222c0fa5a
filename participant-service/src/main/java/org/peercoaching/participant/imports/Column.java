package org.peercoaching.participant.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The columns of a file of people; its first line names each of them once, in any order. */
enum Column {
    EXTERNAL_ID,
    LOGIN,
    NAME,
    EMAIL,
    ORG_UNIT,
    MANAGER_EXTERNAL_ID,
    LEVEL,
    TIME_ZONE,
    LANGUAGES,
    STRENGTHS,
    GROWTH_AREAS,
    AVAILABILITY;

    /** The word in the first line. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Column> of(String word) {
        return Arrays.stream(values()).filter(column -> column.word().equals(word)).findFirst();
    }

    /** All words, for people. */
    static String words() {
        return Arrays.stream(values()).map(Column::word).collect(Collectors.joining(", "));
    }
}
