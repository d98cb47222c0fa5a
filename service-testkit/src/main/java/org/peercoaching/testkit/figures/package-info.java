/**
 * The figures of the metric catalogue by the plainest way, from the events alone: what analytics
 * answers must equal it, in the service's own tests and on a whole platform.
 */
@NullMarked
package org.peercoaching.testkit.figures;

import org.jspecify.annotations.NullMarked;
