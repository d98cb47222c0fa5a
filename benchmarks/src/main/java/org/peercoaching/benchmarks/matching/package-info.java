/**
 * The matching engine alone, on made-up organizations, in JVMs of its own with a heap of 1 GB. One
 * command writes its tables into {@code docs/benchmarks.md}; nothing is written unless every result
 * has passed the verifier.
 */
@NullMarked
package org.peercoaching.benchmarks.matching;

import org.jspecify.annotations.NullMarked;
