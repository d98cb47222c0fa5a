package org.peercoaching.participant.imports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;

/**
 * A file on its way in, kept on disk while it is read twice: a large organization's does not fit
 * into memory. Only this process's user may read it, and it is gone when the import is done.
 */
record Upload(Path path) implements AutoCloseable {

    /** The largest file taken, in bytes: about 200,000 people. */
    static final int LIMIT = 64 * 1024 * 1024;

    static Upload of(InputStream body) {
        Upload upload = new Upload(temporaryFile());
        try {
            upload.receive(body);
            return upload;
        } catch (IOException e) {
            upload.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            upload.close();
            throw e;
        }
    }

    private static Path temporaryFile() {
        try {
            return Files.createTempFile("import-", ".csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void receive(InputStream body) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long received = 0;
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(path))) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                received += read;
                if (received > LIMIT) {
                    throw new RefusedException(TOO_LARGE);
                }
                file.write(buffer, 0, read);
            }
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final Refusal TOO_LARGE =
            Refusal.invalid(
                    "file-too-large",
                    "A file may have at most 64 MB. Import it in parts; managers first.");
}
