package org.peercoaching.participant.imports;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns of a file of people; its first line names each of them once, in any order, but may
 * leave out those that are optional.
 */
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
    AVAILABILITY,
    MEETING;

    private static final Set<Column> OPTIONAL = EnumSet.of(MEETING);

    /** Whether every file has it. */
    boolean required() {
        return !OPTIONAL.contains(this);
    }

    /** The word in the first line. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Column> of(String word) {
        return Arrays.stream(values()).filter(column -> column.word().equals(word)).findFirst();
    }

    /** The words of columns that must be there, or need not, for people. */
    static String words(boolean required) {
        return Arrays.stream(values())
                .filter(column -> column.required() == required)
                .map(Column::word)
                .collect(Collectors.joining(", "));
    }
}
