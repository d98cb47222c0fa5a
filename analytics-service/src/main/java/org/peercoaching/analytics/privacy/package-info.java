/**
 * The one place every figure passes before anybody sees it. Here is decided what is shown, what is
 * suppressed because too few people stand behind it, and what is suppressed because together with
 * other figures it would come down to too few.
 *
 * <p><b>What is protected.</b> Whoever has every figure of a metric that was ever released for the
 * org units of a program, and the whole program's weeks, can add and subtract them as they like,
 * over units, periods and later releases, and never comes down to fewer than k people. For what
 * happened in a period this follows from the rule of {@link
 * org.peercoaching.analytics.privacy.Blocks}, for what is the case at an instant from that of
 * {@link org.peercoaching.analytics.privacy.History}. The latter moves only when at least k people
 * changed, otherwise the last figure stands with its own date, whether nobody changed or too few:
 * that a figure stands still tells nothing. A share with its n tells two numbers: where both are
 * counted by metrics of their own, both sets of people must pass, each by itself, and neither may
 * be empty; so {@code match_rate} is hidden where {@code ready} or {@code matched} would be, {@code
 * completion_rate} where {@code sessions_held} would.
 *
 * <p><b>What is not.</b> Counts of a whole program are live, as the catalogue wants them: who
 * watches them sees that somebody in the program did something, but not who, nor in which unit.
 * Days of the whole program are protected among themselves, but not against the weeks of a unit
 * that meets on certain days only. Metrics are not protected against each other: a figure that
 * stands from last week, set against another metric of this week, may tell of fewer. Numbers that
 * no metric counts, such as sessions missed or answers given, can be read from a share with its n.
 * That a unit has anybody in a program is told at once. And k people who tell each other what they
 * did can always subtract themselves.
 *
 * <p><b>What it costs.</b> A week in which one to k − 1 people of a unit did something hides the
 * unit's month, too, because the other weeks are public already; the smallest siblings are hidden
 * with it. Nobody at all is suppressed like few, but hides no other. A match rate of 100% is
 * hidden, because nobody is ready.
 */
@NullMarked
package org.peercoaching.analytics.privacy;

import org.jspecify.annotations.NullMarked;
