@NullMarked
package org.peercoaching.analytics.dashboard;

import org.jspecify.annotations.NullMarked;
