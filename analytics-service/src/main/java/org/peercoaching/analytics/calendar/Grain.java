package org.peercoaching.analytics.calendar;

import java.util.Locale;

/** How long a period is. */
public enum Grain {
    DAY,
    WEEK,
    MONTH,
    QUARTER;

    /** The word in questions and answers, such as {@code week}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
