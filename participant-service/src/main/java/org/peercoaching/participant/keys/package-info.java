/**
 * What an Idempotency-Key stands for. Aggregates remember the requests that changed them; where a
 * request itself says which aggregate it is about, a reused key would meet another one, which does
 * not know it. For these requests the key is written down by itself.
 */
@NullMarked
package org.peercoaching.participant.keys;

import org.jspecify.annotations.NullMarked;
