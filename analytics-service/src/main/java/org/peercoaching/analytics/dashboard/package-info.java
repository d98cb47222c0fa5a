/**
 * Serves the dashboard: a page of static files that anybody may fetch, and that shows nothing until
 * somebody signs in. The page asks this service's own query API with the reader's token, so it can
 * show no more than they may see. Its files have no build step: ES modules and plain style sheets,
 * and two libraries from webjars.
 */
@NullMarked
package org.peercoaching.analytics.dashboard;

import org.jspecify.annotations.NullMarked;
