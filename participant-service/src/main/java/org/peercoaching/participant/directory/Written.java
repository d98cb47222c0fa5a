package org.peercoaching.participant.directory;

import org.peercoaching.kit.decision.Refusal;

/** What became of an entry. */
public sealed interface Written {

    /** The person is new. */
    record Created() implements Written {}

    /** The person or the profile changed. */
    record Updated() implements Written {}

    /** Both were so already. */
    record Unchanged() implements Written {}

    /** It was not written, for a reason. */
    record Refused(Refusal refusal) implements Written {}
}
