package org.peercoaching.matching.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.Member;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Candidate.GrowthArea;
import org.peercoaching.matching.engine.Cohorts;
import org.peercoaching.matching.engine.score.Cohort;

/** Who would fit somebody better than their match does. */
class OutlookTest {

    /** Anna fits Ben best, then Dan, and Carla least. */
    private final List<Candidate> people =
            Stream.of(
                            helping("anna", "listening", "strategy"),
                            helping("ben", "strategy", "listening"),
                            helping("carla", "writing", "hiring"),
                            helping("dan", "strategy", "hiring"))
                    .toList();

    private static Candidate helping(String id, String with, String wants) {
        return Cohorts.person(id)
                .with(Map.of(with, 5), List.of(new GrowthArea(wants, 2)))
                .candidate();
    }

    private int better(int score, String... partners) {
        Outlook.Count count =
                new Outlook.Count(
                        people.getFirst(),
                        Cohorts.POLICY,
                        new Placement("anna", 0, List.of(partners), score),
                        true);
        count.add(
                people.stream()
                        .map(one -> new Entry(new Member(one.id(), "e", "/a"), "UTC", one))
                        .toList());
        return count.outlook(null).better();
    }

    @Test
    void whoIsInTheSameCircleIsNobodyElse() {
        int ben = score("ben");
        int carla = score("carla");
        int dan = score("dan");
        assertThat(List.of(carla, dan, ben)).isSorted();
        int mean = (ben + carla) / 2;
        assertThat(mean).isLessThan(ben);
        assertThat(better(mean, "ben", "carla")).isEqualTo(dan > mean ? 1 : 0);
        assertThat(better(carla, "carla")).as("Ben and Dan").isEqualTo(2);
        assertThat(better(ben, "ben")).isZero();
    }

    private int score(String partner) {
        List<Candidate> two =
                people.stream().filter(one -> List.of("anna", partner).contains(one.id())).toList();
        return Cohort.of(two, Cohorts.POLICY, 1).score(0, 1);
    }
}
