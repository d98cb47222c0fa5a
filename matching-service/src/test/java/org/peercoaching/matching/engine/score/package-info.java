/** Rules and scores, pair by pair. */
@NullMarked
package org.peercoaching.matching.engine.score;

import org.jspecify.annotations.NullMarked;
