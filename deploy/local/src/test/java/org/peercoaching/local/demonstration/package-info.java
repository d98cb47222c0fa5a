/** How the loading keeps its place. */
@NullMarked
package org.peercoaching.local.demonstration;

import org.jspecify.annotations.NullMarked;
