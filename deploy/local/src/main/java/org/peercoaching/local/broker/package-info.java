/**
 * A real Kafka broker of one node: its settings, its process, and the topics that deployment
 * creates elsewhere.
 */
@NullMarked
package org.peercoaching.local.broker;

import org.jspecify.annotations.NullMarked;
