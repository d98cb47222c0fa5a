package org.peercoaching.analytics.metric;

import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The Kaplan–Meier estimate (1958) of how long something takes, from subjects for whom it came and
 * subjects of whom is only known that it took longer. Of two at the same time, the one for whom it
 * came counts first.
 */
final class KaplanMeier {

    private static final class At {
        private long ended;
        private long censored;
    }

    private final TreeMap<Long, At> times = new TreeMap<>();

    /** It came for some subjects after a time. */
    void ended(long time, long subjects) {
        at(time).ended += subjects;
    }

    /** For some subjects it had not come when they were last seen. */
    void censored(long time, long subjects) {
        at(time).censored += subjects;
    }

    private At at(long time) {
        return times.computeIfAbsent(time, key -> new At());
    }

    /** All subjects. */
    long subjects() {
        return times.values().stream().mapToLong(at -> at.ended + at.censored).sum();
    }

    /** The time by which it has come for a share of the subjects; empty if that is not reached. */
    OptionalLong reachedBy(double share) {
        double waiting = 1;
        long atRisk = subjects();
        for (var time : times.entrySet()) {
            At at = time.getValue();
            if (at.ended > 0) {
                waiting *= 1 - (double) at.ended / atRisk;
                // A rounding error must not cost a day.
                if (waiting <= 1 - share + 1e-9) {
                    return OptionalLong.of(time.getKey());
                }
            }
            atRisk -= at.ended + at.censored;
        }
        return OptionalLong.empty();
    }
}
