package org.peercoaching.participant.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines as {@link BufferedReader} does, but none of them as a whole that is too long to be a
 * row: a large file without line breaks must not fill the memory.
 */
final class Lines implements AutoCloseable {

    /**
     * Characters of the longest row: every list full, every cell at its limit, and room to spare.
     */
    static final int LONGEST = 32_000;

    private final BufferedReader characters;

    /** Bytes that are not UTF-8 become U+FFFD, which no cell admits: they break their row alone. */
    Lines(InputStream content) {
        this.characters =
                new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8));
    }

    /**
     * The next line without its end; of one that is too long the first characters, one more than
     * are allowed. Null behind the last.
     */
    @Nullable String next() throws IOException {
        int character = characters.read();
        if (character < 0) {
            return null;
        }
        StringBuilder line = new StringBuilder();
        while (character >= 0 && character != '\n' && character != '\r') {
            if (line.length() <= LONGEST) {
                line.append((char) character);
            }
            character = characters.read();
        }
        if (character == '\r') {
            passOverLineFeed();
        }
        return line.toString();
    }

    private void passOverLineFeed() throws IOException {
        characters.mark(1);
        if (characters.read() != '\n') {
            characters.reset();
        }
    }

    @Override
    public void close() throws IOException {
        characters.close();
    }
}
