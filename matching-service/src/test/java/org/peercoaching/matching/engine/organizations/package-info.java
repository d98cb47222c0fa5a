/**
 * Whole organizations of any size, made up from a seed: for tests of large cohorts and for the
 * benchmarks, which get this package as a jar.
 */
@NullMarked
package org.peercoaching.matching.engine.organizations;

import org.jspecify.annotations.NullMarked;
