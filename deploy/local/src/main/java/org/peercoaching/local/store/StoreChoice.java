package org.peercoaching.local.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.peercoaching.local.data.PrivateFiles;

/**
 * Which store holds the data of one data directory. It is noted at the first start and holds for
 * all later ones: broker and store remember together, or contradict each other.
 *
 * @param kind what it is
 * @param id random; part of the name of all that lies outside the data directory, so that no other
 *     platform's data is meant
 */
public record StoreChoice(StoreKind kind, String id) {

    private static final String KIND = "kind";
    private static final String ID = "id";
    private static final int ID_LENGTH = 12;

    static StoreChoice anew(StoreKind kind) {
        String random = UUID.randomUUID().toString().replace("-", "");
        return new StoreChoice(kind, random.substring(0, ID_LENGTH));
    }

    static Optional<StoreChoice> noted(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties note = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            note.load(reader);
        }
        return Optional.of(
                new StoreChoice(StoreKind.valueOf(note.getProperty(KIND)), note.getProperty(ID)));
    }

    void note(Path file) throws IOException {
        Properties note = new Properties();
        note.setProperty(KIND, kind.name());
        note.setProperty(ID, id);
        PrivateFiles.write(file, writer -> note.store(writer, null));
    }
}
