/**
 * Rounds: computed in the background, reviewed by the program's managers, then published or
 * discarded. Long work is leased, so that another process takes it over when one dies: computing
 * begins again under a new attempt, publishing goes on where it stopped.
 */
@NullMarked
package org.peercoaching.matching.rounds;

import org.jspecify.annotations.NullMarked;
