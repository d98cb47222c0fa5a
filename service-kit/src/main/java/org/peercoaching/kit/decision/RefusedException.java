package org.peercoaching.kit.decision;

/** Carries a refusal out of a controller, to become its problem. Never thrown by a decision. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    /** A refusal on its way to the client. */
    public RefusedException(Refusal refusal) {
        super(refusal.code(), null, false, false);
        this.refusal = refusal;
    }

    /** The refusal. */
    public Refusal refusal() {
        return refusal;
    }
}
