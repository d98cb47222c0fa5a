/**
 * What each program asks of its matches, as data that its managers change: how much each criterion
 * counts, and bounds. Every version stays readable, for each round names the one it went by. Until
 * its managers say something else, a program goes by the standard policy, version 0. That nobody is
 * matched with somebody above them, and that levels must be near, cannot be turned off.
 */
@NullMarked
package org.peercoaching.matching.policies;

import org.jspecify.annotations.NullMarked;
