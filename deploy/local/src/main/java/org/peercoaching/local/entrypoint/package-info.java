/** One origin for pages, APIs and the issuer: what an ingress does elsewhere. */
@NullMarked
package org.peercoaching.local.entrypoint;

import org.jspecify.annotations.NullMarked;
