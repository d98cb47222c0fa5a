package org.peercoaching.analytics.metric;

/** How a metric lies in time. */
public enum Nature {
    /** What happened in a period: days add up. */
    FLOW,
    /** What is the case at the end of a period: changes of all days before add up. */
    STOCK
}
