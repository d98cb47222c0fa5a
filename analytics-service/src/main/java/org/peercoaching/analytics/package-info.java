/**
 * The analytics service: figures about peer coaching across the organization, never about one
 * person. Events are folded into facts, facts into cells; a question adds cells up, and every
 * answer passes the privacy rules.
 */
@NullMarked
package org.peercoaching.analytics;

import org.jspecify.annotations.NullMarked;
