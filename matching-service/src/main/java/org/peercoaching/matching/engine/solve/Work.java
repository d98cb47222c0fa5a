package org.peercoaching.matching.engine.solve;

import java.util.function.BooleanSupplier;

/**
 * How much was done, in edges looked at, and how much may be. Where somebody stops it from outside,
 * the work done so far becomes the limit: the same task with that limit stops at the same place,
 * for it is asked at the same places only.
 */
public final class Work {

    private static final long BETWEEN_LOOKS = 200_000;

    private final BooleanSupplier goOn;
    private long limit;
    private long done;
    private long nextLook = BETWEEN_LOOKS;

    /**
     * Work.
     *
     * @param limit how much may be done
     * @param goOn asked now and then; once it says no, nothing more is done
     */
    public Work(long limit, BooleanSupplier goOn) {
        this.limit = limit;
        this.goOn = goOn;
    }

    /** Notes work; says whether there may be more. */
    public boolean spend(long edges) {
        done += edges;
        if (done >= nextLook && done < limit) {
            nextLook = done + BETWEEN_LOOKS;
            if (!goOn.getAsBoolean()) {
                limit = done;
            }
        }
        return done < limit;
    }

    /**
     * Notes a piece of work that is dear, and asks each time: as a search does, of whose threads
     * any may call this while nobody calls anything else.
     */
    public synchronized boolean spendPiece(long edges) {
        done += edges;
        if (done < limit && !goOn.getAsBoolean()) {
            limit = done;
        }
        return done < limit;
    }

    /** Whether there may be more. */
    public boolean remains() {
        return done < limit;
    }

    /** How much was done until there was to be no more. */
    public long done() {
        return Math.min(done, limit);
    }
}
