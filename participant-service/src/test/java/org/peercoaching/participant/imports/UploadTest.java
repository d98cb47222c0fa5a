package org.peercoaching.participant.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class UploadTest {

    private final Set<String> before = names();

    @Test
    void aFileIsReadTwiceAndHasNoNameThatAKillCouldLeaveBehind() throws IOException {
        try (Upload upload = Upload.of(new ByteArrayInputStream("people".getBytes(UTF_8)))) {
            assertThat(names()).isEqualTo(before);
            for (int reading = 1; reading <= 2; reading++) {
                try (InputStream content = upload.content()) {
                    assertThat(content).hasContent("people");
                }
            }
        }
    }

    @Test
    void norIsThereANameWhileItIsReceived() {
        InputStream breaks =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        assertThat(names()).isEqualTo(before);
                        throw new IOException("The client is gone");
                    }
                };
        assertThatThrownBy(() -> Upload.of(breaks)).isInstanceOf(UncheckedIOException.class);
    }

    private static Set<String> names() {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("import-") && name.endsWith(".csv"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
