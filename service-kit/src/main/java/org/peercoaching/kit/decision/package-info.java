/**
 * What a pure decision answers: accepted with the new state and the events, or rejected with a
 * reason that says what to do. The one package of the kit that domain code may import; it knows no
 * framework.
 */
@NullMarked
package org.peercoaching.kit.decision;

import org.jspecify.annotations.NullMarked;
