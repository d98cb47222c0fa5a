package org.peercoaching.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a program that notes what it is asked for in Docker's place. */
class DockerMongoTest {

    @TempDir Path directory;

    private DockerMongo mongo(String behaviour) throws IOException {
        Path program = directory.resolve("docker");
        Files.writeString(
                program, "#!/bin/sh\necho \"$*\" >> '%s'\n%s\n".formatted(calls(), behaviour));
        program.toFile().setExecutable(true);
        return new DockerMongo(program.toString(), 27117);
    }

    private Path calls() {
        return directory.resolve("calls");
    }

    @Test
    void theDataIsInAVolumeAndTheSetIsInitiated() throws Exception {
        mongo("exit 0").start();

        assertThat(Files.readString(calls()))
                .contains(
                        "--publish 127.0.0.1:27117:27017 --volume peer-coaching-store:/data/db mongo:8 --replSet rs0")
                .contains("rs.initiate");
    }

    @Test
    void noDaemonMeansNotAvailable() throws Exception {
        assertThat(mongo("exit 1").available()).isFalse();
        assertThat(new DockerMongo(directory.resolve("missing").toString(), 1).available())
                .isFalse();
        assertThat(mongo("exit 0").available()).isTrue();
    }

    @Test
    void aRefusalIsSaidInDockersWords() throws Exception {
        DockerMongo mongo = mongo("[ \"$1\" != run ] || { echo 'no such image'; exit 125; }");

        assertThatThrownBy(mongo::start).hasMessage("Docker refused: no such image");
    }
}
