package org.peercoaching.kit.problem;

import org.springframework.security.core.AuthenticationException;

/** Whether a token is good cannot be said now: its issuer does not answer. */
public final class IdentityProviderAwayException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    /** The issuer did not answer. */
    public IdentityProviderAwayException(Throwable cause) {
        super("The identity provider does not answer", cause);
    }
}
