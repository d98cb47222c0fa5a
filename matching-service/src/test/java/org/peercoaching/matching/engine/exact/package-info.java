/** What the exact matcher claims when it is cut short. */
@NullMarked
package org.peercoaching.matching.engine.exact;

import org.jspecify.annotations.NullMarked;
