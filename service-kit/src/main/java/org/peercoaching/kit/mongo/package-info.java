/**
 * The driver's set-up: codecs for records, sealed types and what they hold, and copies of other
 * services' state.
 */
@NullMarked
package org.peercoaching.kit.mongo;

import org.jspecify.annotations.NullMarked;
