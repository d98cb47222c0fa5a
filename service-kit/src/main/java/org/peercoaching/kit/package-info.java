/** x */ @org.jspecify.annotations.NullMarked package org.peercoaching.kit;
