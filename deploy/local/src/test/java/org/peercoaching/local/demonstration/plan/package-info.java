/** The plan is looked at as a whole: how much happens, to whom, and whether it could happen. */
@NullMarked
package org.peercoaching.local.demonstration.plan;

import org.jspecify.annotations.NullMarked;
