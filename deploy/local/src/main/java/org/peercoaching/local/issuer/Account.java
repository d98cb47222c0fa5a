package org.peercoaching.local.issuer;

import java.util.List;
import java.util.Set;

/**
 * Somebody who can sign in.
 *
 * @param login becomes the token's subject
 * @param name for the sign-in page
 * @param roles any of participant, program-manager, analyst, operator
 * @param units subtrees of the organization that an analyst may look at
 */
public record Account(String login, String name, Set<String> roles, List<String> units) {

    /** Every account's password. */
    public static final String PASSWORD = "coaching";

    static final String PARTICIPANT = "participant";

    /** Whether somebody of the organization, not one who only looks at it or runs it. */
    boolean isDemonstrationPerson() {
        return roles.contains(PARTICIPANT);
    }
}
