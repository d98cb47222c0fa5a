/**
 * Circles: people who coach each other in groups of three to eight, all of whom have a language and
 * enough time in common. Finding the best ones is hard in theory (set packing); here a greedy start
 * is made better by taking a few neighbouring circles apart again and again and putting their
 * members together in the best possible way, which reaches the proven optimum of small cohorts
 * nearly always. {@link org.peercoaching.matching.engine.circles.CircleMatcher} is the way in.
 */
@NullMarked
package org.peercoaching.matching.engine.circles;

import org.jspecify.annotations.NullMarked;
