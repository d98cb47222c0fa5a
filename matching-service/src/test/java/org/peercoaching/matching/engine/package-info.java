/** Properties of scores, rules and matchings, on seeded cohorts and against brute force. */
@NullMarked
package org.peercoaching.matching.engine;

import org.jspecify.annotations.NullMarked;
