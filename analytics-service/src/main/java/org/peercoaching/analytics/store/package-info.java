/**
 * The read model in MongoDB: facts, cells, units and releases. Every document is found by {@code
 * _id} and written under the guard of its version, one document at a time; nothing else is assumed
 * of the store.
 */
@NullMarked
package org.peercoaching.analytics.store;

import org.jspecify.annotations.NullMarked;
