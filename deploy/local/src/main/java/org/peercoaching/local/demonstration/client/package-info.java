/**
 * The platform's public APIs as a client outside of it would use them: over the entry point, with
 * each person's own token, and repeating what got no answer with the same idempotency key.
 */
@NullMarked
package org.peercoaching.local.demonstration.client;

import org.jspecify.annotations.NullMarked;
