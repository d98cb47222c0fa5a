/** The service as its users see it: over HTTP and on the topics, on a real broker and a store. */
@NullMarked
package org.peercoaching.session;

import org.jspecify.annotations.NullMarked;
