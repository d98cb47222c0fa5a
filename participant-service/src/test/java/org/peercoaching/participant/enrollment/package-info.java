/** Decisions about enrollments, as pure functions. */
@NullMarked
package org.peercoaching.participant.enrollment;

import org.jspecify.annotations.NullMarked;
