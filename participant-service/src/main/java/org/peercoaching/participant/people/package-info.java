/**
 * Names, for those who may see them: everyone their own, peers each other's, and managers those of
 * the people in their programs. Whoever may not see a person is not told whether they exist.
 */
@NullMarked
package org.peercoaching.participant.people;

import org.jspecify.annotations.NullMarked;
