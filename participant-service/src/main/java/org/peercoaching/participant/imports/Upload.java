package org.peercoaching.participant.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;

/**
 * A file on its way in, kept on disk while it is read twice: a large organization's does not fit
 * into memory. It has no name there: what the directory knows of people must not be left behind,
 * not even by a kill.
 */
record Upload(FileChannel file) implements AutoCloseable {

    /** The largest file taken, in bytes: about 200,000 people. */
    static final int LIMIT = 64 * 1024 * 1024;

    static Upload of(InputStream body) {
        Upload upload = new Upload(nameless());
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

    /**
     * The system keeps an open file until it is closed, or its process ends, whatever it is named.
     */
    private static FileChannel nameless() {
        try {
            Path path = Files.createTempFile("import-", ".csv");
            try {
                return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
            } finally {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void receive(InputStream body) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long received = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            received += read;
            if (received > LIMIT) {
                throw new RefusedException(TOO_LARGE);
            }
            for (ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read); bytes.hasRemaining(); ) {
                file.write(bytes);
            }
        }
    }

    /** The content from its beginning; one reading at a time. Closing it leaves the file open. */
    InputStream content() {
        try {
            file.position(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FilterInputStream(Channels.newInputStream(file)) {
            @Override
            public void close() {
                // Another reading follows.
            }
        };
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final Refusal TOO_LARGE =
            Refusal.invalid(
                    "file-too-large",
                    "A file may have at most 64 MB. Import it in parts; managers first.");
}
