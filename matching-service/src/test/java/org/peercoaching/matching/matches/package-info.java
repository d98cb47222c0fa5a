/** What becomes of a proposal. */
@NullMarked
package org.peercoaching.matching.matches;

import org.jspecify.annotations.NullMarked;
