package org.peercoaching.testkit.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test, or a class of them, that looks at a page. Its methods may take a {@link
 * com.microsoft.playwright.Browser}, which the whole run shares; each test opens a context of its
 * own. Skipped, with a visible line, where there is no browser.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BrowserExtension.class)
public @interface BrowserTest {

    /** The line; CI looks for its first words. */
    String SKIPPED =
            "BROWSER TESTS SKIPPED: no Chromium was found. Install chromium or google-chrome, or set BROWSER_PATH.";
}
