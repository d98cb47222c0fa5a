/**
 * The whole platform on one machine. {@code up} starts a broker, a store, an issuer, the services
 * and one entry point in front of them, stays in the foreground and restarts what dies; {@code
 * status}, {@code down} and {@code reset} work from another terminal.
 */
@NullMarked
package org.peercoaching.local;

import org.jspecify.annotations.NullMarked;
