/**
 * Rolling entry: a program's schedule starts a round over those who wait by itself, and the round
 * is published by itself if it matches as many as the policy wants. The schedule remembers what
 * became of each time that was due: a round, or nothing because another round was open.
 */
@NullMarked
package org.peercoaching.matching.rolling;

import org.jspecify.annotations.NullMarked;
