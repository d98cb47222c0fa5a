/**
 * Matches a whole organization in pairs, with a trio where the number is odd. Some pairs of
 * everybody make a sparse graph, whose best matching is found exactly; its dual values price every
 * other pair there is; those that could make it better come in, until none are left or what is
 * missing is next to nothing. The dual values are the proof. What they were in an earlier matching
 * makes a new one, in which little has changed, a small matter.
 */
@NullMarked
package org.peercoaching.matching.engine.pairs;

import org.jspecify.annotations.NullMarked;
