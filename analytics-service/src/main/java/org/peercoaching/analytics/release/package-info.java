/**
 * Releases: when a period closed, its figures are decided once and kept. Questions about org units
 * read releases, so that an answer never changes by one person at a time.
 */
@NullMarked
package org.peercoaching.analytics.release;

import org.jspecify.annotations.NullMarked;
