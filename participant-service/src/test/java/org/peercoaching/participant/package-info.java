/** The participant service as its clients and its neighbours see it. */
@NullMarked
package org.peercoaching.participant;

import org.jspecify.annotations.NullMarked;
