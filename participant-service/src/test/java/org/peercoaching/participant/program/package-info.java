/** Decisions about programs. */
@NullMarked
package org.peercoaching.participant.program;

import org.jspecify.annotations.NullMarked;
