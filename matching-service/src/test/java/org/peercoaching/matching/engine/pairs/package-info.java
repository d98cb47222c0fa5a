/** Tests of the matching of whole cohorts in pairs. */
@NullMarked
package org.peercoaching.matching.engine.pairs;

import org.jspecify.annotations.NullMarked;
