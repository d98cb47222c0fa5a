package org.peercoaching.matching.engine.solve;

import java.util.function.IntPredicate;

/** Vertices without a partner may join a pair. */
interface Thirds {

    /**
     * What a vertex gains, at most, that joins a pair instead of going without a partner; 0 if it
     * cannot.
     *
     * @param inTree whether a vertex is in the tree, so that its pair may be parted
     */
    int gain(int vertex, IntPredicate inTree);
}
