/**
 * The store as the ordinary driver sees it: semantics, speed of the filters that the services use,
 * and what a kill leaves.
 */
@NullMarked
package org.peercoaching.store;

import org.jspecify.annotations.NullMarked;
