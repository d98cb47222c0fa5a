package org.peercoaching.participant.directory;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.peercoaching.events.Code;

/** What can be a fact about a person, whoever says it. */
public final class Facts {

    /** Characters of an external id, at most. */
    public static final int ID_LENGTH = 64;

    /** Characters of a login, at most. */
    public static final int LOGIN_LENGTH = 255;

    /** Characters of a name, at most. */
    public static final int NAME_LENGTH = 200;

    /** Characters of an e-mail address, at most (RFC 5321). */
    public static final int EMAIL_LENGTH = 254;

    /** Characters of an org unit as a path, at most. */
    public static final int PATH_LENGTH = 8_000;

    /** The most senior level; the most junior is 1. */
    public static final int HIGHEST_LEVEL = 10;

    /** Languages of a person, at most. */
    public static final int MOST_LANGUAGES = 50;

    private static final Pattern PLAIN_TEXT = Pattern.compile("[^\\p{Cntrl}\\uFFFD]*");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private static final Pattern UNIT = Pattern.compile(Code.ORG_UNIT);
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private Facts() {}

    /** A text without control characters and without the mark of bytes that were not UTF-8. */
    public static boolean isPlainText(String text) {
        return PLAIN_TEXT.matcher(text).matches();
    }

    /** An e-mail address, as far as can be told without sending to it. */
    public static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /** An org unit as a path of codes from the root. */
    public static boolean isUnit(String text) {
        return UNIT.matcher(text).matches();
    }

    /** An IANA time zone. */
    public static boolean isZone(String text) {
        return ZoneId.getAvailableZoneIds().contains(text) && text.matches(Code.ZONE);
    }

    /** An ISO 639-1 language code. */
    public static boolean isLanguage(String text) {
        return LANGUAGES.contains(text);
    }
}
