package org.peercoaching.local.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Stands in Docker's place and notes what it is asked for.
 *
 * @param directory of the program and its notes
 */
record FakeDocker(Path directory) {

    /** Makes the program. */
    String program(String behaviour) throws IOException {
        Path program = directory.resolve("docker");
        Files.writeString(
                program, "#!/bin/sh\necho \"$*\" >> '%s'\n%s\n".formatted(notes(), behaviour));
        program.toFile().setExecutable(true);
        return program.toString();
    }

    /** One line per call. */
    String calls() throws IOException {
        return Files.exists(notes()) ? Files.readString(notes()) : "";
    }

    private Path notes() {
        return directory.resolve("calls");
    }
}
