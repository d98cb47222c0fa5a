/**
 * The metric catalogue: each metric has one definition, a version, a unit, what it counts, and the
 * formula that makes its figure of totals. Nothing is computed that does not stand here. Counts add
 * up; rates, means and medians are computed from their parts, never averaged.
 */
@NullMarked
package org.peercoaching.analytics.metric;

import org.jspecify.annotations.NullMarked;
