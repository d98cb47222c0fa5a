/**
 * A small service made of the kit, for the kit's own tests: goals that are set, progressed and
 * achieved.
 */
@NullMarked
package org.peercoaching.kit.sample;

import org.jspecify.annotations.NullMarked;
