package org.peercoaching.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerMongoTest {

    @TempDir Path directory;

    private DockerMongo mongo(String behaviour) throws IOException {
        return new DockerMongo(new FakeDocker(directory).program(behaviour), "a1", 27117);
    }

    private String calls() throws IOException {
        return new FakeDocker(directory).calls();
    }

    @Test
    void theDataIsInAVolumeAndTheSetIsInitiated() throws Exception {
        mongo("exit 0").start();

        assertThat(calls())
                .contains(
                        "--publish 127.0.0.1:27117:27017 --volume peer-coaching-store-a1:/data/db mongo:8 --replSet rs0")
                .contains("rs.initiate");
    }

    @Test
    void noDaemonMeansNotAvailable() throws Exception {
        assertThat(mongo("exit 1").available()).isFalse();
        assertThat(new DockerMongo(directory.resolve("missing").toString(), "a1", 1).available())
                .isFalse();
        assertThat(mongo("exit 0").available()).isTrue();
    }

    @Test
    void aRefusalIsSaidInDockersWords() throws Exception {
        DockerMongo mongo = mongo("[ \"$1\" != run ] || { echo 'no such image'; exit 125; }");

        assertThatThrownBy(mongo::start).hasMessage("Docker refused: no such image");
    }

    @Test
    void onlyThisPlatformsContainerAndVolumeAreTouched() throws Exception {
        DockerMongo mongo = mongo("exit 0");

        mongo.start();
        mongo.stop();
        mongo.reset();

        assertThat(calls().lines().filter(call -> !call.startsWith("run ")))
                .allMatch(call -> call.contains("peer-coaching-store-a1"));
        assertThat(calls()).contains("volume rm --force peer-coaching-store-a1");
    }
}
