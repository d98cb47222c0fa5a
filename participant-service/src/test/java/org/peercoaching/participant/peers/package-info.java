/** Who is whose peer. */
@NullMarked
package org.peercoaching.participant.peers;

import org.jspecify.annotations.NullMarked;
