package org.peercoaching.local.demonstration.plan;

/**
 * How much happens in one program, as it is planned or as it was announced.
 *
 * @param enrolled people
 * @param matched people in at least one relationship
 * @param sessions that were scheduled
 * @param held of them
 * @param confirmed of those held, by anybody who did not report them
 * @param missed of all
 * @param cancelled by a member
 * @param moved at least once
 * @param answers to requests for feedback
 * @param goals that were set
 * @param achieved of them
 * @param withdrew people
 * @param completed people who completed the program before its end
 * @param left of those enrolled, the organization
 */
public record Amounts(
        long enrolled,
        long matched,
        long sessions,
        long held,
        long confirmed,
        long missed,
        long cancelled,
        long moved,
        long answers,
        long goals,
        long achieved,
        long withdrew,
        long completed,
        long left) {}
