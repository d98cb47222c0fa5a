/**
 * Who is whose peer now, learnt from the relationships that session-service announces: one document
 * per person, so that the question costs one read.
 */
@NullMarked
package org.peercoaching.participant.peers;

import org.jspecify.annotations.NullMarked;
