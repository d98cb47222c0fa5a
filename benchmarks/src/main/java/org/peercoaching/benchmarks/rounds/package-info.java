/**
 * A round of a whole organization in matching-service as it is shipped: a process of its own, whose
 * memory is looked at, and a store in memory in another. Beside it the engine alone, on the same
 * people in the same process.
 */
@NullMarked
package org.peercoaching.benchmarks.rounds;

import org.jspecify.annotations.NullMarked;
