/**
 * What all controllers share: problems (RFC 9457), entity tags, idempotency keys, cursor paging,
 * the limit on JSON bodies.
 */
@NullMarked
package org.peercoaching.kit.web;

import org.jspecify.annotations.NullMarked;
