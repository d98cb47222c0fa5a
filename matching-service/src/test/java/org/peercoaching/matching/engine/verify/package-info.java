/** What the verifier accepts, and every way to deceive it that was thought of. */
@NullMarked
package org.peercoaching.matching.engine.verify;

import org.jspecify.annotations.NullMarked;
