package org.peercoaching.participant;

import org.junit.jupiter.api.Test;
import org.peercoaching.testkit.Walls;

class WallsTest {

    @Test
    void theWallsHold() {
        Walls.holdIn("org.peercoaching.participant");
    }
}
