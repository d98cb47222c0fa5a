/** The loader's client against a platform that answers as it is told. */
@NullMarked
package org.peercoaching.local.demonstration.client;

import org.jspecify.annotations.NullMarked;
