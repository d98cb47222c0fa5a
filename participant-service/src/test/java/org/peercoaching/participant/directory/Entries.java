package org.peercoaching.participant.directory;

import java.util.List;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfile;
import org.peercoaching.events.ParticipantEvent;

/** What a row of the directory says, for tests. */
final class Entries {

    private Entries() {}

    static Entry of(String id, String login) {
        return new Entry(
                new Person(
                        id,
                        "hr-" + id,
                        login,
                        "a".repeat(64),
                        "Example",
                        "somebody@example.org",
                        "/engineering",
                        ParticipantEvent.Status.ACTIVE),
                new MatchingProfile(
                        id,
                        null,
                        "/engineering",
                        5,
                        "Europe/Berlin",
                        List.of("de"),
                        List.of(),
                        List.of(),
                        List.of(),
                        null));
    }
}
