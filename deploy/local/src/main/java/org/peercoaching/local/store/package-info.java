/**
 * The store of the local platform, in this order: the MongoDB that {@code MONGODB_URI} names;
 * MongoDB in Docker, where Docker runs; the embedded one, on disk.
 */
@NullMarked
package org.peercoaching.local.store;

import org.jspecify.annotations.NullMarked;
