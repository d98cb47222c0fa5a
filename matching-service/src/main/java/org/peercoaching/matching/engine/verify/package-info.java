/**
 * Checks a matching and its certificate without trusting whoever made them. It shares nothing with
 * the solver but the {@linkplain org.peercoaching.matching.engine.score.Cohort rules and scores}:
 * it looks at every pair that may be matched, with a pruning of its own, and works out anew what
 * the certificate proves.
 */
@NullMarked
package org.peercoaching.matching.engine.verify;

import org.jspecify.annotations.NullMarked;
