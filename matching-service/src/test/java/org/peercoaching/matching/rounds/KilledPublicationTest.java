package org.peercoaching.matching.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.CoachingEvent;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.events.Member;
import org.peercoaching.events.RoundEvent;
import org.peercoaching.events.Topics;
import org.peercoaching.events.UnmatchedEvent;
import org.peercoaching.matching.matches.Proposal;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.StoreKill;
import org.peercoaching.testkit.TopicReader;
import org.springframework.context.annotation.Import;

/**
 * Publication is killed before each of its operations on the store and taken up again by the next
 * process: everybody who still waits has one outcome, announced once.
 */
@ServiceTest
@Import({StoreKill.Installed.class, Rehearsal.class})
class KilledPublicationTest {

    private final Rehearsal rehearsal;
    private final Chunks<Proposal> proposals;
    private final StoreKill kill;

    /** Who still waited when a round was published. */
    private final Map<String, List<String>> waiting = new HashMap<>();

    KilledPublicationTest(Rehearsal rehearsal, Chunks<Proposal> proposals, StoreKill kill) {
        this.rehearsal = rehearsal;
        this.proposals = proposals;
        this.kill = kill;
    }

    @Test
    void whereverItIsKilledEverybodyHasOneOutcomeThatIsAnnouncedOnce() {
        boolean killed = true;
        for (int operation = 1; killed; operation++) {
            String round = roundWithGapsToPublish();
            killed = kill.before(operation, () -> rehearsal.publish(round));
            rehearsal.publish(round);
            Result result = ((Stage.Published) rehearsal.round(round).stage()).result();
            assertThat(result.matched()).as("killed before operation %d", operation).isEqualTo(2);
            assertThat(result.unmatched()).as("killed before operation %d", operation).isEqualTo(2);
        }
        assertThat(waiting).hasSizeGreaterThan(30);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(announcedRounds()).hasSize(waiting.size()));
        Map<String, List<String>> announced = announcedPeople();
        waiting.forEach((round, people) ->
                assertThat(announced.get(round)).containsExactlyInAnyOrderElementsOf(people));
    }

    /** A pair and a trio, of each of which one withdrew, and somebody who fits nobody. */
    private String roundWithGapsToPublish() {
        String round = rehearsal.started();
        List<String> fitting = List.of("anna", "ben", "carla", "dan", "emil");
        fitting.forEach(name -> rehearsal.waits(round, name, "en"));
        rehearsal.waits(round, "fanny", "fr");
        Solution computed = rehearsal.computed(round);
        List<String> left = new ArrayList<>(fitting.stream().map(name -> id(round, name)).toList());
        left.add(id(round, "fanny"));
        for (Proposal proposal : proposals.read(round, computed.attempt(), 0, Chunks.SIZE)) {
            String first = proposal.members().getFirst().participantId();
            rehearsal.withdraws(round, first);
            left.remove(first);
        }
        waiting.put(round, left);
        rehearsal.toPublish(round);
        return round;
    }

    private static String id(String round, String name) {
        return Rehearsal.id(round, name);
    }

    private List<String> announcedRounds() {
        return events(Topics.ROUNDS.name(), RoundEvent.class).stream()
                .map(event -> event.round().roundId())
                .filter(waiting::containsKey)
                .toList();
    }

    private Map<String, List<String>> announcedPeople() {
        Map<String, List<String>> announced = new HashMap<>();
        for (MatchEvent event : events(Topics.MATCHES.name(), MatchEvent.class)) {
            for (Member member : event.match().members()) {
                announced
                        .computeIfAbsent(event.match().roundId(), round -> new ArrayList<>())
                        .add(member.participantId());
            }
        }
        for (UnmatchedEvent event : events(Topics.UNMATCHED.name(), UnmatchedEvent.class)) {
            announced
                    .computeIfAbsent(event.unmatched().roundId(), round -> new ArrayList<>())
                    .add(event.unmatched().member().participantId());
        }
        return announced;
    }

    private static <E extends CoachingEvent> List<E> events(String topic, Class<E> type) {
        return TopicReader.events(topic).stream()
                .map(published -> type.cast(published.event()))
                .toList();
    }
}
