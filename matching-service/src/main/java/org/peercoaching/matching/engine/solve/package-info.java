/**
 * The matching of largest weight in a sparse graph, and its proof. An auction brings the dual
 * values close to the best in little time; a primal-dual search with blossoms (Edmonds 1965, in the
 * form of one tree at a time, its dual changes noted lazily) makes them exact. Begun so near the
 * end, its trees stay small.
 */
@NullMarked
package org.peercoaching.matching.engine.solve;

import org.jspecify.annotations.NullMarked;
