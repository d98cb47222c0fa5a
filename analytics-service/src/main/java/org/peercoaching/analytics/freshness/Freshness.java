package org.peercoaching.analytics.freshness;

import java.time.Duration;
import java.time.Instant;

/**
 * As of when the figures hold.
 *
 * @param asOf everything published before this instant is in the figures
 * @param lag how long ago that is
 * @param eventsBehind records not applied yet at the last look that succeeded
 */
public record Freshness(Instant asOf, Duration lag, long eventsBehind) {}
