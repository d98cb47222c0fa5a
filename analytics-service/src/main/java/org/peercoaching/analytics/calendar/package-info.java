/**
 * The one calendar of all figures: days of the organization's reporting zone, ISO weeks, and months
 * and quarters made of whole weeks (a week belongs to the month of its Thursday). Because every
 * period is made of whole smaller ones, figures nest and can be added up and protected as a tree.
 */
@NullMarked
package org.peercoaching.analytics.calendar;

import org.jspecify.annotations.NullMarked;
