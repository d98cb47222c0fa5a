/**
 * The exact matcher for cohorts of up to 1,000 people. It prices the complete graph but hands only
 * promising edges to JGraphT's Blossom V: the dual values of a solution show which other edges
 * could improve it, these are added, and when there are none the solution is the best of the
 * complete graph. The same dual values say how good a matching with a given trio can be at most, so
 * only few trios have to be tried.
 */
@NullMarked
package org.peercoaching.matching.engine.exact;

import org.jspecify.annotations.NullMarked;
