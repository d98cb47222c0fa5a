package org.peercoaching.local.demonstration;

/**
 * What a platform without data is filled with. It keeps its own notes on how far it got, and goes
 * on from there after a stop or a kill.
 */
public interface Demonstration {

    /** Whether nothing is left to be loaded. */
    boolean isComplete();

    /**
     * Loads what is missing. The services are ready; business time is where it was left.
     *
     * @throws InterruptedException if the platform is being stopped
     */
    void load(LoadingProgress progress) throws InterruptedException;
}
