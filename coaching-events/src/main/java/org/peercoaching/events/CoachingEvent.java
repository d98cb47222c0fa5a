package org.peercoaching.events;

/**
 * Something that happened to one aggregate. The permitted interfaces are the aggregates that
 * publish; {@link Catalogue} lists their events.
 */
public sealed interface CoachingEvent
        permits ParticipantEvent,
                MatchingProfileEvent,
                ProgramEvent,
                EnrollmentEvent,
                GoalEvent,
                RoundEvent,
                MatchEvent,
                UnmatchedEvent,
                RelationshipEvent,
                SessionEvent,
                ExchangeEvent,
                TallyEvent {}
