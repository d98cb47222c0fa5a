/** Business time: the clock that decisions read, and the work that falls due on it. */
@NullMarked
package org.peercoaching.kit.time;

import org.jspecify.annotations.NullMarked;
