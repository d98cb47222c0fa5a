package org.peercoaching.session;

import org.junit.jupiter.api.Test;
import org.peercoaching.testkit.Walls;

class WallsTest {

    @Test
    void theWallsOfTheHouseHoldHere() {
        Walls.holdIn("org.peercoaching.session");
    }
}
