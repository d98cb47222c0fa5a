/** Tracing through Kafka headers and the figures an operator looks at. */
@NullMarked
package org.peercoaching.kit.observe;

import org.jspecify.annotations.NullMarked;
