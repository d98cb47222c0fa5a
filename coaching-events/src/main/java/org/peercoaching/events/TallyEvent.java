package org.peercoaching.events;

import java.util.List;

/**
 * Answers counted where they live: at least k distinct givers stand behind every published tally.
 */
public sealed interface TallyEvent extends CoachingEvent {

    /** The tally. */
    Tally tally();

    /** The answers of one week, program, org unit and method were counted. */
    record FeedbackTallied(Tally tally) implements TallyEvent {}

    /**
     * A tally. Published tallies are disjoint: a unit's figure is the sum of those at and below it.
     *
     * @param unit the givers' org unit at enrollment, or an ancestor where a unit alone had too few
     * @param week the week in which the requests' windows end
     * @param answers how many answers; one about two peers counts as two
     * @param givers distinct people who answered
     * @param receivers distinct people they answered about
     * @param dimensions a histogram per question
     */
    record Tally(
            @Code(Code.ID) String tallyId,
            @Code(Code.ID) String programId,
            @Code(Code.ORG_UNIT) String unit,
            ProgramEvent.Method method,
            @Code(Code.ISO_WEEK) String week,
            @Bounds(min = 1) int answers,
            @Bounds(min = 1) int givers,
            @Bounds(min = 1) int receivers,
            List<Histogram> dimensions) {}

    /**
     * How often each rating was given.
     *
     * @param counts five numbers: how many 1s, 2s, 3s, 4s, 5s
     */
    record Histogram(Dimension dimension, @Bounds(min = 5, max = 5) List<@Bounds Integer> counts) {}

    /** What is rated from 1 to 5 after a session. */
    enum Dimension {
        LISTENING,
        QUESTIONING,
        SUPPORT,
        CHALLENGE,
        USEFULNESS
    }
}
