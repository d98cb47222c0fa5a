/** Tests of the matching in a graph, against brute force, another solver, and graphs that hurt. */
@NullMarked
package org.peercoaching.matching.engine.solve;

import org.jspecify.annotations.NullMarked;
