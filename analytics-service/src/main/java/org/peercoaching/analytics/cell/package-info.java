/**
 * Cells: what all facts together add up to for one family of measures, program, org unit and day. A
 * cell keeps what each fact contributed with the fact's revision, ignores older revisions, and
 * derives its totals from the contributions; totals of cells merge into those of any question.
 */
@NullMarked
package org.peercoaching.analytics.cell;

import org.jspecify.annotations.NullMarked;
