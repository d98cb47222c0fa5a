package org.peercoaching.participant.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.CoachingEvent;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfileChanged;
import org.peercoaching.events.ParticipantEvent.ParticipantRegistered;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.Topics;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.StoreKill;
import org.peercoaching.testkit.TopicReader;
import org.springframework.context.annotation.Import;

/** A row is two commands, for a person and for their matching profile: both come about, once. */
@ServiceTest
@Import(StoreKill.Installed.class)
class KilledRowTest {

    private final DirectoryWriter writer;
    private final StoreKill kill;

    KilledRowTest(DirectoryWriter writer, StoreKill kill) {
        this.writer = writer;
        this.kill = kill;
    }

    @Test
    void whereverARowIsKilledPersonAndProfileAreAnnouncedOnceWhenItComesAgain() {
        int deaths = 0;
        int between = 0;
        boolean killed = true;
        for (int operation = 1; killed; operation++) {
            Entry anna = Entries.of(Ids.random(), "login-" + Ids.random());
            killed = kill.before(operation, () -> write(anna));
            Written again = write(anna);
            deaths += killed ? 1 : 0;
            // The person was there already, and the profile was not.
            between += killed && again instanceof Written.Updated ? 1 : 0;

            String id = anna.participantId();
            await().untilAsserted(() -> {
                assertThat(announced(Topics.PARTICIPANTS.name(), id))
                        .hasExactlyElementsOfTypes(ParticipantRegistered.class);
                assertThat(announced(Topics.MATCHING_PROFILES.name(), id))
                        .hasExactlyElementsOfTypes(MatchingProfileChanged.class);
            });
            assertThat(write(anna)).isInstanceOf(Written.Unchanged.class);
        }
        assertThat(deaths).isGreaterThan(4);
        assertThat(between).as("killed between the two").isPositive();
    }

    private Written write(Entry entry) {
        return writer.write(entry, writer.before(List.of(entry)));
    }

    /** Repeats of the same event left out. */
    private static List<CoachingEvent> announced(String topic, String id) {
        return TopicReader.events(topic, id).stream()
                .map(PublishedEvent::event)
                .distinct()
                .toList();
    }
}
