/**
 * Sessions: one meeting of a relationship from its booking to what came of it. Members schedule,
 * move and cancel a session before it begins, report it with its turns once it is over, or say that
 * it was missed; another member's word confirms a report. Action items live in the session they
 * were promised in; their words open only to the members. A relationship's end calls off the
 * sessions to come.
 */
@NullMarked
package org.peercoaching.session.sessions;

import org.jspecify.annotations.NullMarked;
