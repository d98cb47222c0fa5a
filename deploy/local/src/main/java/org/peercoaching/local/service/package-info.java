/**
 * The five services as processes: where the tree has them, what they are told, and how they are
 * made quick to start.
 */
@NullMarked
package org.peercoaching.local.service;

import org.jspecify.annotations.NullMarked;
