package org.peercoaching.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopsTest {

    private final Stops stops = new Stops();
    private final List<String> stopped = new ArrayList<>();

    @Test
    void whatWasStartedLastIsStoppedFirst() {
        stops.add(() -> stopped.add("broker"));
        stops.add(() -> stopped.add("services"));

        stops.close();

        assertThat(stopped).containsExactly("services", "broker");
    }

    @Test
    void aStopThatFailsHoldsUpNoneOfTheOthers() {
        stops.add(() -> stopped.add("broker"));
        stops.add(() -> {
            throw new IllegalStateException("the store's disk is full");
        });

        stops.close();

        assertThat(stopped).containsExactly("broker");
    }

    @Test
    void whatIsStartedMeanwhileIsStoppedAtOnce() {
        stops.close();

        stops.add(() -> stopped.add("late"));

        assertThat(stopped).containsExactly("late");
    }
}
