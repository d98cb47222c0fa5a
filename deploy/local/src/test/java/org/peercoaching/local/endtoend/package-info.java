/** The raw topics of a running platform, looked at afterwards as a stranger would. */
@NullMarked
package org.peercoaching.local.endtoend;

import org.jspecify.annotations.NullMarked;
