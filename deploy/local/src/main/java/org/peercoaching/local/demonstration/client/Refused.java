package org.peercoaching.local.demonstration.client;

/** The platform said no, and would say so again. */
public final class Refused extends RuntimeException {

    private final String what;

    /**
     * A refusal.
     *
     * @param what see {@link #what()}
     */
    public Refused(String what) {
        super(what);
        this.what = what;
    }

    /**
     * The sort of request and the problem's code, such as {@code POST .../confirm: 409 own-report}.
     */
    public String what() {
        return what;
    }
}
