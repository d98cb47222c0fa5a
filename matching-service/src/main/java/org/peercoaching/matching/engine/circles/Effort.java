package org.peercoaching.matching.engine.circles;

import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Progress;
import org.peercoaching.matching.engine.Progress.Stage;

/**
 * How much is done and whether to go on. Work is counted in steps that do not depend on clock or
 * threads, and is asked for at places that depend on nothing else; so a run that is given the work
 * of another one as its limit ends at the same place.
 */
final class Effort {

    private final Control control;
    private final long limit;
    private long work;
    private boolean stopped;
    private int percent;

    Effort(Control control, long limit) {
        this.control = control;
        this.limit = limit;
    }

    /** Notes steps; what is still done after a stop is not counted, or it would not repeat. */
    void spend(long steps) {
        work += stopped ? 0 : steps;
    }

    /** Whether there is work left and nobody said stop; once it is false it stays so. */
    boolean goOn() {
        stopped = stopped || work >= limit || !control.goOn();
        return !stopped;
    }

    long work() {
        return work;
    }

    boolean stopped() {
        return stopped;
    }

    /** Tells the control where we are. */
    void reached(Stage stage, int reached, long weight, long bound) {
        percent = Math.max(percent, reached);
        control.reached(new Progress(stage, percent, weight, bound));
    }
}
