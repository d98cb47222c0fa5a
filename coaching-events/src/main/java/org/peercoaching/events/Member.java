package org.peercoaching.events;

/**
 * One seat of a match, a relationship, a session or an exchange.
 *
 * @param participantId who
 * @param enrollmentId by which enrollment
 * @param unit the org unit at enrollment, in which this seat counts
 */
public record Member(
        @Code(Code.ID) String participantId,
        @Code(Code.ID) String enrollmentId,
        @Code(Code.ORG_UNIT) String unit) {}
