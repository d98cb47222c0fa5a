/**
 * The one place every figure passes before anybody sees it. Here is decided what is shown, what is
 * suppressed because too few people stand behind it, and what is suppressed because it would give
 * away something that is. The rule behind all of it is in {@link
 * org.peercoaching.analytics.privacy.Blocks}.
 */
@NullMarked
package org.peercoaching.analytics.privacy;

import org.jspecify.annotations.NullMarked;
