package org.peercoaching.testkit.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SkippedBrowserTest {

    @Test
    void theLineOfSkippedBrowserTestsHasTheWordsThatCiLooksFor() throws IOException {
        Matcher looksFor =
                Pattern.compile("grep -q '([^']+)'")
                        .matcher(Files.readString(Path.of("..", ".ci", "run")));
        assertThat(looksFor.find()).isTrue();
        assertThat(BrowserExtension.SKIPPED).contains(looksFor.group(1));
    }
}
