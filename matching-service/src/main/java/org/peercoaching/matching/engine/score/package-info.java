/**
 * A cohort as numbers: who may be matched with whom, and what every pair weighs. Search, solver,
 * verifier and explanations all ask here, so they never say different things.
 */
@NullMarked
package org.peercoaching.matching.engine.score;

import org.jspecify.annotations.NullMarked;
