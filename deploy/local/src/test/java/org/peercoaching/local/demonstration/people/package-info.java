/** Makes the demonstration's people, and proves that the checked-in ones are those. */
@NullMarked
package org.peercoaching.local.demonstration.people;

import org.jspecify.annotations.NullMarked;
