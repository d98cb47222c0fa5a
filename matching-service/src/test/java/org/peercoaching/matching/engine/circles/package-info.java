/** Circles on seeded crowds: against the proven optimum, and against what was planted in them. */
@NullMarked
package org.peercoaching.matching.engine.circles;

import org.jspecify.annotations.NullMarked;
