/**
 * Session-service: what becomes of a match. A relationship owns the match's life from its
 * publication to its end; its members schedule sessions, say whether and how they took place, and
 * keep what they promised each other. The features are {@code relationships}, {@code sessions} and
 * {@code programs}, what this service must know of the programs that people meet in.
 */
@NullMarked
package org.peercoaching.session;

import org.jspecify.annotations.NullMarked;
