/**
 * What the demonstration's people do, and when. Every answer is a pure function of the scenario,
 * the calendar and the people asked about: there is no state to be lost, and asked again, after a
 * stop or a kill, the plan says the same. What it cannot know, because the platform decides it, is
 * who is matched with whom: that is given to it.
 */
@NullMarked
package org.peercoaching.local.demonstration.plan;

import org.jspecify.annotations.NullMarked;
