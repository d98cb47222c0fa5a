/**
 * Measurements against running processes: they say how fast it is and prove nothing. Each runs
 * warm, with an open load (a late answer does not delay the next request, so waiting is counted),
 * and prints its figures for {@code docs/benchmarks.md}.
 */
@NullMarked
package org.peercoaching.benchmarks;

import org.jspecify.annotations.NullMarked;
