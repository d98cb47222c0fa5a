/**
 * Business time on the local platform, where half a year is played in minutes: all services' clocks
 * are moved together, and a step is finished when everything that it set off has come to rest.
 */
@NullMarked
package org.peercoaching.local.clock;

import org.jspecify.annotations.NullMarked;
