/**
 * A real browser for the tests of pages. It is found in this order: the file that {@code
 * BROWSER_PATH} names, {@code chromium} or {@code google-chrome} on the PATH, the one in
 * Playwright's cache, one attempt to download it; where there is none, the tests are skipped with a
 * line that CI takes for a failure.
 */
@NullMarked
package org.peercoaching.testkit.browser;

import org.jspecify.annotations.NullMarked;
