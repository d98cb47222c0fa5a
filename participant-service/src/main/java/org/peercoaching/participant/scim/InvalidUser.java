package org.peercoaching.participant.scim;

import com.unboundid.scim2.common.exceptions.ScimException;

/** Carries the library's checked exception out of a decision. */
final class InvalidUser extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ScimException why;

    InvalidUser(ScimException why) {
        super(why);
        this.why = why;
    }

    ScimException why() {
        return why;
    }
}
