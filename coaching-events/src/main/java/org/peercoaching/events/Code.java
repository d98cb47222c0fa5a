package org.peercoaching.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The regular expression a text in an event matches as a whole; it becomes the {@code pattern} of
 * its JSON Schema. No pattern admits a space or a text without end: what leaves the house is an id
 * or a code, never words.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.TYPE_USE})
public @interface Code {

    /** An id of an aggregate: letters, digits, {@code -} and {@code _}, at most 64. */
    String ID = "^[A-Za-z0-9_-]{1,64}$";

    /**
     * A code people chose for a program, a skill, a method or a reason: up to 16 lower case words
     * of up to 32 letters and digits, joined by hyphens.
     */
    String SLUG = "^[a-z0-9]{1,32}(-[a-z0-9]{1,32}){0,15}$";

    /**
     * An org unit as a path from the root, such as {@code /engineering/platform/storage}: up to 12
     * codes; the root is {@code /}.
     */
    String ORG_UNIT = "^(/|(/[a-z0-9]{1,32}(-[a-z0-9]{1,32}){0,15}){1,12})$";

    /** A keyed hash in hexadecimal, 64 digits. */
    String HASH = "^[0-9a-f]{64}$";

    /** An IANA time zone id such as {@code Europe/Berlin}. */
    String ZONE = "^[A-Za-z0-9_+-]{1,32}(/[A-Za-z0-9_+-]{1,32}){0,2}$";

    /** An ISO 639-1 language code such as {@code de}. */
    String LANGUAGE = "^[a-z]{2}$";

    /** A local time of day to the minute, {@code 00:00} to {@code 24:00}. */
    String TIME_OF_DAY = "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$";

    /** An ISO 8601 week such as {@code 2026-W07}. */
    String ISO_WEEK = "^[0-9]{4}-W(0[1-9]|[1-4][0-9]|5[0-3])$";

    /** The expression, anchored at both ends and bounded in length. */
    String value();
}
