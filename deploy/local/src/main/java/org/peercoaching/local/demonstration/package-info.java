/**
 * The demonstration organization: who is in it, and how half a year of its coaching is played
 * through the public APIs.
 */
@NullMarked
package org.peercoaching.local.demonstration;

import org.jspecify.annotations.NullMarked;
