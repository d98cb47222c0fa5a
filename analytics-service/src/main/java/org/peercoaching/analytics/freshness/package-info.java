/** As of when the figures hold: everything published before that instant has been applied. */
@NullMarked
package org.peercoaching.analytics.freshness;

import org.jspecify.annotations.NullMarked;
