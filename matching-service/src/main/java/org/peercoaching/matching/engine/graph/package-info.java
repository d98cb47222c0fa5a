/** The pairs that a search found worth a look, as a sparse graph. */
@NullMarked
package org.peercoaching.matching.engine.graph;

import org.jspecify.annotations.NullMarked;
