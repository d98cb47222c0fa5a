/**
 * The directory: each person of the organization (who they are, in which org unit, whether they
 * still work here) and, as an aggregate of its own, what matching needs to know of them. A person
 * leaves by an operator's word; what they were enrolled in ends as a reaction to that.
 */
@NullMarked
package org.peercoaching.participant.directory;

import org.jspecify.annotations.NullMarked;
