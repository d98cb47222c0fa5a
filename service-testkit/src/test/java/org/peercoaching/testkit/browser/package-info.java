@NullMarked
package org.peercoaching.testkit.browser;

import org.jspecify.annotations.NullMarked;
