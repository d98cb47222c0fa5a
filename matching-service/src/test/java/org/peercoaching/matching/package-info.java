/** The whole service over HTTP and topics, on a real broker. */
@NullMarked
package org.peercoaching.matching;

import org.jspecify.annotations.NullMarked;
