/**
 * The published language of the platform: what happened, as numbered facts that carry state.
 *
 * <p>One sealed interface per aggregate holds its events; each event carries the aggregate's whole
 * accounting state after the change, so that a reader may skip older events of the same source
 * without loss. Data are ids, codes, numbers and instants: never a name, an address or free text.
 * {@link org.peercoaching.events.Catalogue} lists every event with its CloudEvents type and topic,
 * {@link org.peercoaching.events.EventWriter} and {@link org.peercoaching.events.EventReader} turn
 * events into Kafka records and back. The package needs no framework.
 */
@NullMarked
package org.peercoaching.events;

import org.jspecify.annotations.NullMarked;
