package org.peercoaching.feedback.exchange;

import org.jspecify.annotations.Nullable;
import org.peercoaching.events.ExchangeEvent;
import org.peercoaching.events.Member;

/**
 * One attendee of the session, who is asked.
 *
 * @param answer null until they answered
 */
public record Seat(Member giver, @Nullable Answer answer) {

    boolean isOf(String participantId) {
        return giver.participantId().equals(participantId);
    }

    boolean answered() {
        return answer != null;
    }

    Seat with(Answer given) {
        return new Seat(giver, given);
    }

    ExchangeEvent.Request request() {
        return new ExchangeEvent.Request(giver, answer == null ? null : answer.givenAt());
    }
}
