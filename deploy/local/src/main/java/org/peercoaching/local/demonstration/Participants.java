package org.peercoaching.local.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.peercoaching.local.data.PrivateFiles;
import org.peercoaching.local.demonstration.people.Person;

/**
 * Which participant each person is, as the import's report said. It is kept in a file: who has left
 * cannot be asked any more.
 */
final class Participants {

    private final Path file;
    private final Map<String, String> byExternalId = new HashMap<>();

    Participants(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            Properties note = new Properties();
            try (var reader = Files.newBufferedReader(file)) {
                note.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            note.stringPropertyNames()
                    .forEach(externalId ->
                            byExternalId.put(externalId, note.getProperty(externalId)));
        }
    }

    void learn(Map<String, String> reported) {
        byExternalId.putAll(reported);
        Properties note = new Properties();
        note.putAll(byExternalId);
        try {
            PrivateFiles.write(file, writer -> note.store(writer, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String id(Person person) {
        return Objects.requireNonNull(
                byExternalId.get(person.externalId()), "the import has not told of the person");
    }
}
