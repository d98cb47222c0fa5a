package org.peercoaching.kit.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class QuietStackTracesTest {

    @Test
    void theySayWhereAndNotWhat() throws IOException {
        StringBuilder log = new StringBuilder();
        new QuietStackTraces()
                .printStackTrace(
                        new IllegalStateException(
                                "words of Anna", new IllegalArgumentException("words of Ben")),
                        log);
        assertThat(log)
                .contains(
                        "IllegalStateException",
                        "IllegalArgumentException",
                        "theySayWhereAndNotWhat")
                .doesNotContain("words");
    }
}
