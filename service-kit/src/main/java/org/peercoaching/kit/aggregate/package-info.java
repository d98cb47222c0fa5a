/**
 * The aggregate store: state and unpublished events in one document, changed by one guarded write,
 * and the relay that publishes them head first. Rules 1 and 2 of the design: only single-document
 * atomicity is assumed, every hot read and write goes by {@code _id}, no loss and no disorder
 * follow from sending head first; repeats are possible.
 */
@NullMarked
package org.peercoaching.kit.aggregate;

import org.jspecify.annotations.NullMarked;
