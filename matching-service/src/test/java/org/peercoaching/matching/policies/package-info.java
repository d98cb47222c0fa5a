/** Decisions of policies. */
@NullMarked
package org.peercoaching.matching.policies;

import org.jspecify.annotations.NullMarked;
