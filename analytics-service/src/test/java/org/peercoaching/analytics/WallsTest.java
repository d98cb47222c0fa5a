package org.peercoaching.analytics;

import org.junit.jupiter.api.Test;
import org.peercoaching.testkit.Walls;

class WallsTest {

    @Test
    void theWallsHold() {
        Walls.holdIn("org.peercoaching.analytics");
    }
}
