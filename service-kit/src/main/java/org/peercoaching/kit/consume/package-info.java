/**
 * The consuming edge: records of the contract's topics are decoded, handed to the service's
 * reactions one by one, counted, and dead-lettered where they cannot be read. Rule 4 of the design:
 * readers are idempotent by (source, sequence) in the document they change; the kit never keeps an
 * inbox beside it.
 */
@NullMarked
package org.peercoaching.kit.consume;

import org.jspecify.annotations.NullMarked;
