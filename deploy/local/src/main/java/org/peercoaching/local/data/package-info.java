/**
 * The directory that holds all that must survive a stop: where things lie in it, who uses it at the
 * moment, and files that only their owner may read.
 */
@NullMarked
package org.peercoaching.local.data;

import org.jspecify.annotations.NullMarked;
