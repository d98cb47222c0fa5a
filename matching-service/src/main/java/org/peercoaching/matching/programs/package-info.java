/**
 * The programs whose people are matched: a replica of what participant-service announces, and the
 * question who may match them.
 */
@NullMarked
package org.peercoaching.matching.programs;

import org.jspecify.annotations.NullMarked;
