/**
 * Tests of the analytics service: a made-up organization, a naive recount, and the two compared.
 */
@NullMarked
package org.peercoaching.analytics;

import org.jspecify.annotations.NullMarked;
