package org.peercoaching.participant.directory;

import java.util.List;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfile;

/** What a row of the directory says, for tests. */
final class Entries {

    private Entries() {}

    static Entry of(String id, String login) {
        MatchingProfile profile =
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
                        null);
        return new Entry(
                new Person(
                        id,
                        "hr-" + id,
                        login,
                        "a".repeat(64),
                        Name.of("Example"),
                        "somebody@example.org",
                        Work.of(profile),
                        Person.Standing.ACTIVE),
                profile);
    }
}
