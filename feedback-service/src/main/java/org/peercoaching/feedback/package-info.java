/**
 * Feedback after every held session. {@link org.peercoaching.feedback.exchange} asks the people of
 * a session about each other, takes their answers and reveals them to one another; {@link
 * org.peercoaching.feedback.tally} counts the answers of a week where they live, so that figures
 * leave the service and answers never do.
 */
@NullMarked
package org.peercoaching.feedback;

import org.jspecify.annotations.NullMarked;
