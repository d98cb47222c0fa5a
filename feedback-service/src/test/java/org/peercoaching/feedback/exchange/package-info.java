/** Tests of the exchange's decisions. */
@NullMarked
package org.peercoaching.feedback.exchange;

import org.jspecify.annotations.NullMarked;
