/**
 * What the tests of a service stand on: a real Kafka broker, a store (the one of {@code
 * MONGODB_URI}, else MongoDB in Docker, else the embedded one), an issuer of tokens, and plain
 * clients that look at topics as a stranger would. One of each serves all tests of a JVM.
 */
@NullMarked
package org.peercoaching.testkit;

import org.jspecify.annotations.NullMarked;
