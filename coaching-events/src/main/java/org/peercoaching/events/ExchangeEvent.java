package org.peercoaching.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The feedback that the people of one held session give each other. Answers never leave
 * feedback-service.
 */
public sealed interface ExchangeEvent extends CoachingEvent {

    /** The exchange after the change. */
    Exchange exchange();

    /** Whose request this event is about: the participant id of one giver. */
    @Code(Code.ID)
    String giverId();

    /** One attendee was asked about the others. */
    record FeedbackRequested(@Code(Code.ID) String giverId, Exchange exchange)
            implements ExchangeEvent {}

    /** One attendee answered. */
    record FeedbackGiven(@Code(Code.ID) String giverId, Exchange exchange)
            implements ExchangeEvent {}

    /**
     * An exchange.
     *
     * @param cadenceDays the relationship's days from one session to the next
     * @param askedAt when the attendees were asked
     * @param windowEndsAt when answers are no longer taken
     * @param requests one per attendee, in the order of the session's attendance
     */
    record Exchange(
            @Code(Code.ID) String exchangeId,
            @Code(Code.ID) String sessionId,
            @Code(Code.ID) String relationshipId,
            @Code(Code.ID) String programId,
            @Bounds(min = 1, max = 366) int cadenceDays,
            Instant askedAt,
            Instant windowEndsAt,
            List<Request> requests) {}

    /**
     * One attendee's request.
     *
     * @param giver who is asked
     * @param answeredAt when they answered; null until then
     */
    record Request(Member giver, @Nullable Instant answeredAt) {}
}
