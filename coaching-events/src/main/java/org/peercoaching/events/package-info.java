/** x */
@NullMarked
package org.peercoaching.events;

import org.jspecify.annotations.NullMarked;
