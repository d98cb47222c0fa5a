/** The consuming edge without a broker. */
@NullMarked
package org.peercoaching.kit.consume;

import org.jspecify.annotations.NullMarked;
