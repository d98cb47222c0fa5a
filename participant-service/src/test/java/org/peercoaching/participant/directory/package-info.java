/** Decisions about people and their profiles. */
@NullMarked
package org.peercoaching.participant.directory;

import org.jspecify.annotations.NullMarked;
