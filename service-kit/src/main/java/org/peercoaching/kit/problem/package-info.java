/** Problems (RFC 9457): the one form in which every service says what went wrong and what to do. */
@NullMarked
package org.peercoaching.kit.problem;

import org.jspecify.annotations.NullMarked;
