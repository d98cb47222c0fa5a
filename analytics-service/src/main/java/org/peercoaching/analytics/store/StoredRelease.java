package org.peercoaching.analytics.store;

import java.time.Instant;
import org.peercoaching.analytics.privacy.Release;

/**
 * A release as it is kept.
 *
 * @param key which figure
 * @param version counted up with every write
 * @param definition the version of the metric's definition
 * @param asOf everything published before is in it
 */
public record StoredRelease(
        ReleaseKey key, long version, int definition, Instant asOf, Release release) {}
