/**
 * Facts: one per subject (an enrollment, a relationship, a session, a goal, an exchange, a tally),
 * folded from events. A fact keeps the last sequence it saw of each source, so that an event may
 * come twice, late, or in another order than those of other sources, and the state that counts. A
 * pure function turns a fact into rows: what it adds to which cell. Nothing here knows a framework.
 */
@NullMarked
package org.peercoaching.analytics.fact;

import org.jspecify.annotations.NullMarked;
