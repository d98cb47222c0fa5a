/**
 * Goals: a participant's own aims with action steps. Their words are sealed with the author's key;
 * only the owner and the owner's current peers read them, and events carry counts and dates alone.
 */
@NullMarked
package org.peercoaching.participant.goal;

import org.jspecify.annotations.NullMarked;
