package org.peercoaching.local;

import org.junit.jupiter.api.Test;
import org.peercoaching.testkit.Walls;

class WallsTest {

    @Test
    void featuresKnowEachOtherInOneDirection() {
        Walls.holdInProgram("org.peercoaching.local");
    }
}
