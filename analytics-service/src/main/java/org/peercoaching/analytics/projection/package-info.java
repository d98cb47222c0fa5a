/**
 * Applies polled batches of events: facts first, then the cells they count in. The algorithm is
 * pure over a {@link org.peercoaching.analytics.projection.ReadModel} of guarded documents and is
 * right under repeats, reordering across sources, lost guards, processes that come back from the
 * dead and a stop after any write. It assumes single-document atomicity only.
 */
@NullMarked
package org.peercoaching.analytics.projection;

import org.jspecify.annotations.NullMarked;
