/** Decisions of rounds, and what happens to them when a process dies. */
@NullMarked
package org.peercoaching.matching.rounds;

import org.jspecify.annotations.NullMarked;
