/**
 * The best partners of everybody in a cohort, and what all allowed pairs are worth against prices:
 * exactly, and without a look at most of the pairs.
 */
@NullMarked
package org.peercoaching.matching.engine.search;

import org.jspecify.annotations.NullMarked;
