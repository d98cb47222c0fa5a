/** Tests of the whole service, and the vocabulary they share. */
@NullMarked
package org.peercoaching.feedback;

import org.jspecify.annotations.NullMarked;
