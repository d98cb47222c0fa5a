package org.peercoaching.matching.engine;

/** Watches a matcher, and may stop it. Called by one thread at a time, not always the same. */
public interface Control {

    /**
     * So much is done.
     *
     * @param progress never goes back
     */
    void reached(Progress progress);

    /**
     * Whether to go on. Once it said no, the matcher takes the best found so far; asked often, it
     * should answer from memory.
     */
    boolean goOn();

    /** Nobody watches, nobody stops. */
    Control NONE =
            new Control() {
                @Override
                public void reached(Progress progress) {}

                @Override
                public boolean goOn() {
                    return true;
                }
            };
}
