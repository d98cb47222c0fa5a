/**
 * A running platform seen from outside: the raw topics as a stranger reads them, the figures as an
 * analyst gets them, and whether the one agrees with the other.
 */
@NullMarked
package org.peercoaching.local.endtoend;

import org.jspecify.annotations.NullMarked;
