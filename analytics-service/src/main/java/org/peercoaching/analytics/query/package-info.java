/**
 * The query API: the catalogue, the programs, figures as JSON and CSV. Who may ask about what, how
 * much one question may cost, and the audit of every question that has all its parts.
 */
@NullMarked
package org.peercoaching.analytics.query;

import org.jspecify.annotations.NullMarked;
