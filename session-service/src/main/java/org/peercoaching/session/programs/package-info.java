/**
 * What this service must know of programs: who runs them, and how long their sessions are planned
 * to be. Participant-service owns them; this is a copy learnt from its events.
 */
@NullMarked
package org.peercoaching.session.programs;

import org.jspecify.annotations.NullMarked;
