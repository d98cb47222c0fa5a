/**
 * The programs that figures are about: their managers, their time, the org units their people were
 * in at enrollment.
 */
@NullMarked
package org.peercoaching.analytics.program;

import org.jspecify.annotations.NullMarked;
