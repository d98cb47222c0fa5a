/** Decisions about goals, and their words. */
@NullMarked
package org.peercoaching.participant.goal;

import org.jspecify.annotations.NullMarked;
