/** Tests of the counting: its decisions, and the closing of weeks that breaks off anywhere. */
@NullMarked
package org.peercoaching.feedback.tally;

import org.jspecify.annotations.NullMarked;
