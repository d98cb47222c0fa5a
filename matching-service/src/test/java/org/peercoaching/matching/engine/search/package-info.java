/** The search, against looking at every pair. */
@NullMarked
package org.peercoaching.matching.engine.search;

import org.jspecify.annotations.NullMarked;
