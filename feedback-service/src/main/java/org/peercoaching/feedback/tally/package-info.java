/**
 * Counting answers where they live. An answer is counted in the org unit of its giver at enrollment
 * and in the week in which its request's window ends, which was fixed at asking. A day after that
 * week the units are closed from the leaves up to the root: answers of at least k distinct givers
 * are published as a tally; fewer are handed up to the parent unit and counted there; fewer at the
 * root stay unpublished. Published tallies are disjoint, and what was handed up or published leaves
 * no answer behind here.
 *
 * <p><b>Why a day.</b> Answers come to the counting by their own events, seconds after they were
 * given, and once more from their exchange when its window closes: due work of this service, which
 * needs no broker. All windows of a week end a day before the week closes, and due work of an
 * earlier day is done first; so the answers are in, also after an outage over the week's end. What
 * comes later still (a window whose closing failed, and the event late, too) is refused, shows as
 * {@code refused} in the meter of consumed events, and is in no tally; the people who met still see
 * it. A tally published twice, with one more answer, would give that answer away.
 *
 * <p><b>Bounds.</b> A unit's document of a week holds about 250 bytes for each answer about one
 * peer, and is written once per answer: meant for teams and departments up to some 5,000 answers a
 * week, and held by the store up to some 50,000. A week's document holds the paths of the units
 * with answers, about 60 bytes each.
 */
@NullMarked
package org.peercoaching.feedback.tally;

import org.jspecify.annotations.NullMarked;
