package org.peercoaching.participant.directory;

import org.jspecify.annotations.Nullable;

/**
 * A person's name.
 *
 * @param formatted as it is shown
 * @param given as the directory keeps it apart; null where it does not
 * @param family likewise
 */
public record Name(String formatted, @Nullable String given, @Nullable String family) {

    /** A name whose parts are not known. */
    public static Name of(String formatted) {
        return new Name(formatted, null, null);
    }

    /**
     * What is said now, with the parts as they were if it is the same name and says nothing of
     * them.
     */
    Name after(Name said) {
        boolean silent = said.given == null && said.family == null;
        return silent && said.formatted.equals(formatted) ? this : said;
    }
}
