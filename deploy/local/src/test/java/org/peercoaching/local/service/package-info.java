/** Tests of how the services' processes are prepared. */
@NullMarked
package org.peercoaching.local.service;

import org.jspecify.annotations.NullMarked;
