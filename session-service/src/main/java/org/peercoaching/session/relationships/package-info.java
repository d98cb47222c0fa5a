/**
 * Relationships: what a match becomes. One begins with its match and ends when a member ends it or
 * a member's enrollment ends, whatever its size, whichever of these is heard first: the {@link
 * org.peercoaching.session.relationships.Seat} of each enrollment is where beginnings and endings
 * meet, so that every order of their events comes to the same. A relationship also keeps the list
 * of the sessions booked in it, because none may be booked after its end.
 */
@NullMarked
package org.peercoaching.session.relationships;

import org.jspecify.annotations.NullMarked;
