/** Rounds that start by themselves. */
@NullMarked
package org.peercoaching.matching.rolling;

import org.jspecify.annotations.NullMarked;
