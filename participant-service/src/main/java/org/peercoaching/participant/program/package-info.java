/**
 * Programs: one run of peer coaching with its objectives, focus skills, method, cadence, duration
 * and charter. A program opens as soon as it is created, is run by its managers, and closes by
 * their word or when its time is over.
 */
@NullMarked
package org.peercoaching.participant.program;

import org.jspecify.annotations.NullMarked;
