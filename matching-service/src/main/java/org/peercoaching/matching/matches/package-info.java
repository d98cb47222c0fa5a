/**
 * The outcomes of a published round, each an aggregate of its own: matches and people whom nobody
 * was found for. Their ids derive from the round and the people, so announcing an outcome again
 * finds it announced. A participant sees their own matches and why they were made.
 */
@NullMarked
package org.peercoaching.matching.matches;

import org.jspecify.annotations.NullMarked;
