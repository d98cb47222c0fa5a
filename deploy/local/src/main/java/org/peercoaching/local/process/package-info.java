/**
 * Processes that the launcher starts: each is kept alive until it is stopped, writes to a log file
 * of its own, and is known by id and start time, so that one that survived a killed launcher can be
 * found and ended.
 */
@NullMarked
package org.peercoaching.local.process;

import org.jspecify.annotations.NullMarked;
