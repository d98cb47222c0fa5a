/** Files of people: read, judged, and imported. */
@NullMarked
package org.peercoaching.participant.imports;

import org.jspecify.annotations.NullMarked;
