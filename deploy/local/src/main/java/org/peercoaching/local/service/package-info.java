/**
 * The five services as processes: which of them the tree has, what they are told, and how they are
 * made quick to start.
 */
@NullMarked
package org.peercoaching.local.service;

import org.jspecify.annotations.NullMarked;
